package roundhouse;

import io.quarkus.arc.Arc;
import io.quarkus.oidc.runtime.TenantConfigBean;
import java.lang.reflect.Field;
import java.util.Map;

/** What a start of the service leaves of sign-in: nothing of any host that somebody had opened before. */
public final class FreshStart {

    private FreshStart() {
    }

    public static void ofSignIn() {
        try {
            Field opened = TenantConfigBean.class.getDeclaredField("dynamicTenantsConfig");
            opened.setAccessible(true);
            ((Map<?, ?>) opened.get(Arc.container().instance(TenantConfigBean.class).get())).clear();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
