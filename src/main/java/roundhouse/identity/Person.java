package roundhouse.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import roundhouse.tenancy.Side;

/** A person for reading; {@link People} writes them. */
@Entity
@Immutable
public class Person {

    @Id
    @Column(name = "person_id")
    private Integer id;
    @Column(name = "tenant_id")
    private int tenantId;
    @Column(name = "user_name")
    private String user;
    private String subject;
    private String name;
    private String email;
    private String side;
    private String[] roles;
    private Short tier;
    @Column(name = "reaches_all")
    private boolean reachesAll;
    private String phone;
    private String location;
    private boolean vip;
    private boolean active;

    protected Person() {
    }

    public int id() {
        return id;
    }

    /** The client of a client user, the provider of staff. */
    public int home() {
        return tenantId;
    }

    public String user() {
        return user;
    }

    /** As Keycloak knows this person; null until an account is bound. */
    public String subject() {
        return subject;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Side side() {
        return Side.of(side);
    }

    public Set<Role> roles() {
        return Arrays.stream(roles).map(Role::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** 1 to 3 of a technician, else null. */
    public Integer tier() {
        return tier == null ? null : tier.intValue();
    }

    boolean reachesAll() {
        return reachesAll;
    }

    public String phone() {
        return phone;
    }

    public String location() {
        return location;
    }

    public boolean isVip() {
        return vip;
    }

    public boolean isActive() {
        return active;
    }
}
