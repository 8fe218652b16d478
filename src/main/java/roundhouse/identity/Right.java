package roundhouse.identity;

import static roundhouse.identity.Role.ACCOUNT_MANAGER;
import static roundhouse.identity.Role.ADMINISTRATOR;
import static roundhouse.identity.Role.CLIENT_MANAGER;
import static roundhouse.identity.Role.TECHNICIAN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a person may do within the reach, by role. Whoever lacks one on a thing that may be read is answered 403. */
public enum Right {
    READ_TICKETS(TECHNICIAN, ACCOUNT_MANAGER, ADMINISTRATOR),
    WORK_TICKETS(TECHNICIAN, ADMINISTRATOR),
    READ_COMPANY_TICKETS(CLIENT_MANAGER),
    PREVIEW_PROMISES(TECHNICIAN, ACCOUNT_MANAGER, ADMINISTRATOR),
    READ_ENVIRONMENT(TECHNICIAN, ACCOUNT_MANAGER, ADMINISTRATOR),
    CHANGE_ENVIRONMENT(TECHNICIAN, ADMINISTRATOR),
    CHANGE_PROMISES(ADMINISTRATOR),
    READ_REPORTS(ACCOUNT_MANAGER, ADMINISTRATOR),
    ADJUST_REPORTS(ACCOUNT_MANAGER, ADMINISTRATOR),
    LOCK_REPORTS(ACCOUNT_MANAGER, ADMINISTRATOR),
    READ_PEOPLE(TECHNICIAN, ACCOUNT_MANAGER, ADMINISTRATOR, CLIENT_MANAGER),
    MANAGE_PEOPLE(ADMINISTRATOR),
    MANAGE_OWN_PEOPLE(ADMINISTRATOR, CLIENT_MANAGER),
    ADMINISTER(ADMINISTRATOR);

    private final Set<Role> holders;

    Right(Role first, Role... others) {
        holders = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    boolean heldBy(Set<Role> roles) {
        return !Collections.disjoint(holders, roles);
    }
}
