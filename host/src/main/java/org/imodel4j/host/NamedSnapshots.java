package org.imodel4j.host;

import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Finds, and where the application's {@link FileNameResolver} knows it opens, the iModel that a frontend names. Any thread may use it; opening
 * waits for a query thread.
 */
public final class NamedSnapshots {
    private static final int MOST_CHARS = 4096;

    private final IModelHost host;

    public NamedSnapshots(IModelHost host) {
        this.host = host;
    }

    /** The iModel with a key; null when there is none. */
    public @Nullable ServedIModel tryKey(String key, String client) {
        checkLength(key);
        ServedIModel served = host.openIModels().tryKey(key);
        FileNameResolver resolver = host.configuration().snapshotFileNameResolver();
        return served != null || resolver == null ? served : opened(resolver.tryResolveKey(key), key, client);
    }

    /** The iModel that a name stands for: a key, or exactly the path of a file that is served or that the resolver knows; else null. */
    public @Nullable ServedIModel tryFile(String name, String client) {
        checkLength(name);
        ServedIModel served = host.openIModels().tryKey(name);
        if (served != null) {
            return served;
        }
        for (ServedIModel each : host.openIModels().all()) {
            if (each.file().toString().equals(name)) {
                return each;
            }
        }
        FileNameResolver resolver = host.configuration().snapshotFileNameResolver();
        return resolver == null ? null : opened(resolver.tryResolveFileName(name), name, client);
    }

    private @Nullable ServedIModel opened(@Nullable Path file, String key, String client) {
        if (file == null) {
            return null;
        }
        // A frontend takes a key with a colon for one that a checkpoint server made.
        String plainKey = key.replace(':', '_');
        return host.queries()
                .run(QueryOrder.of(host, client), t -> host.openIModels().serveOnce(file, plainKey));
    }

    private static void checkLength(String name) {
        if (name.length() > MOST_CHARS) {
            throw new IModelException(Status.BAD_ARG, "the name of a snapshot is too long");
        }
    }
}
