package roundhouse.assets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/** An asset as the API and the screens show it. @param owner user name, null for nobody */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AssetView(String tag, String type, String name, String serial, String vendor, String model, String owner, String location,
                        LocalDate warrantyEnds, String remote, String notes, int version) {

    @JsonIgnore
    public boolean isOutOfWarranty(LocalDate today) {
        return warrantyEnds != null && warrantyEnds.isBefore(today);
    }
}
