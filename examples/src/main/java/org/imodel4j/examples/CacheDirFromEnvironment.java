package org.imodel4j.examples;

import java.nio.file.Path;
import java.util.Map;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;

/**
 * Starts a host that keeps its files where the deployment says: in the directory that the environment variable {@code
 * MY_SERVICE_CACHE_DIR} names, or in the default place without one.
 */
public final class CacheDirFromEnvironment {
    static final String VARIABLE = "MY_SERVICE_CACHE_DIR";

    private CacheDirFromEnvironment() {}

    /** The environment is handed in, so that a test can have its own. */
    static IModelHost start(Map<String, String> environment) {
        IModelHostConfiguration.Builder configuration = IModelHostConfiguration.builder();
        String cacheDir = environment.get(VARIABLE);
        if (cacheDir != null) {
            configuration.cacheDir(Path.of(cacheDir));
        }
        return IModelHost.startup(configuration.build());
    }

    public static void main(String[] args) {
        try (IModelHost host = start(System.getenv())) {
            System.out.println("Files are kept in " + host.cacheDir());
        }
    }
}
