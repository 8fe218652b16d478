package roundhouse.assets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an import does to a client's assets, by tag. @param done false where it only told */
public record AssetImport(boolean done, List<String> added, List<String> changed, int unchanged) {

    static AssetImport comparing(Map<String, AssetView> kept, List<AssetForm> forms) {
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (AssetForm form : forms) {
            AssetView asset = kept.get(form.tag());
            if (asset == null) {
                added.add(form.tag());
            } else if (!same(asset, form)) {
                changed.add(form.tag());
            }
        }
        return new AssetImport(false, added, changed, forms.size() - added.size() - changed.size());
    }

    AssetImport whichIsDone() {
        return new AssetImport(true, added, changed, unchanged);
    }

    private static boolean same(AssetView asset, AssetForm form) {
        return form.equals(new AssetForm(asset.tag(), asset.type(), asset.name(), asset.serial(), asset.vendor(), asset.model(), asset.owner(),
                asset.location(), asset.warrantyEnds(), asset.remote(), asset.notes()));
    }
}
