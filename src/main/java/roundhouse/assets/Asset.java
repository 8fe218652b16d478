package roundhouse.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import roundhouse.search.Findable;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;
import roundhouse.web.Words;

/** A device, a server, a licence: something of a client's that can break. */
@Entity
public class Asset extends Row {

    private String tag;
    private String type;
    private String name;
    private String serial;
    private String vendor;
    private String model;
    private String owner;
    private String location;
    @Column(name = "warranty_ends")
    private LocalDate warrantyEnds;
    private String remote;
    private String notes;
    private String words;

    protected Asset() {
    }

    Asset(Key key, AssetForm form) {
        this.key = key;
        this.tag = form.tag();
        take(form);
    }

    /** @return what changed, in words: {@code location: Hall 1 to Hall 2} */
    List<String> change(AssetForm form) {
        List<String> changes = new ArrayList<>();
        compare(changes, "type", type, form.type());
        compare(changes, "name", name, form.name());
        compare(changes, "serial", serial, form.serial());
        compare(changes, "vendor", vendor, form.vendor());
        compare(changes, "model", model, form.model());
        compare(changes, "owner", owner, form.owner());
        compare(changes, "location", location, form.location());
        compare(changes, "warranty", warrantyEnds, form.warrantyEnds());
        compare(changes, "remote", remote, form.remote());
        if (!Objects.equals(notes, form.notes())) {
            changes.add("notes");
        }
        take(form);
        return changes;
    }

    private void take(AssetForm form) {
        this.type = form.type();
        this.name = form.name();
        this.serial = form.serial();
        this.vendor = form.vendor();
        this.model = form.model();
        this.owner = form.owner();
        this.location = form.location();
        this.warrantyEnds = form.warrantyEnds();
        this.remote = form.remote();
        this.notes = form.notes();
        this.words = Words.of(tag, type, name, serial, vendor, model, owner, location);
    }

    private static void compare(List<String> changes, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(field + ": " + (before == null ? "nothing" : before) + " to " + (after == null ? "nothing" : after));
        }
    }

    public String tag() {
        return tag;
    }

    Findable findable(Instant at) {
        String[] keys = serial == null ? new String[] {tag} : new String[] {tag, serial};
        return new Findable("asset", key.id().toString(), tag, name, false, words + (serial == null ? "" : " " + serial), keys, notes == null ? "" : notes, at);
    }

    public AssetView view() {
        return new AssetView(tag, type, name, serial, vendor, model, owner, location, warrantyEnds, remote, notes, version);
    }
}
