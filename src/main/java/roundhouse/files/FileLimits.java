package roundhouse.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

@ConfigMapping(prefix = "roundhouse.files")
public interface FileLimits {

    /** Shared by all replicas. */
    @WithDefault("${roundhouse.data:.roundhouse}/files")
    Path folder();

    /** Of one file. */
    @WithDefault("25M")
    MemorySize largest();

    @WithDefault("10")
    int mostPerEntry();

    /** Of one client. */
    @WithDefault("20G")
    MemorySize quota();
}
