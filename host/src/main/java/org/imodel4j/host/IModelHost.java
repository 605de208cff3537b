package org.imodel4j.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running backend.
 *
 * <p>Hosts are objects: a process may have several, each with its own directories or sharing them, and none keeps another
 * process out. A startup that fails leaves no host behind, so that the next attempt starts anew. All methods may be called from
 * any thread.
 */
public class IModelHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IModelHost.class);
    private static final String VERSION = HostVersion.read();

    private final IModelHostConfiguration configuration;
    private final KnownLocations locations;
    private final QueryPool queries;
    private final OpenIModels openIModels = new OpenIModels();
    private final AtomicBoolean valid = new AtomicBoolean(true);

    /** Makes the directories and the parts of the host; raises no event yet. */
    protected IModelHost(IModelHostConfiguration configuration) {
        this.configuration = configuration;
        this.locations = KnownLocations.of(configuration.cacheDir(), configuration.profileName());
        makeDirectory(locations.cacheDir());
        makeDirectory(locations.profileDir());
        makeDirectory(configuration.briefcaseCacheDir());
        this.queries = new QueryPool(configuration.concurrentQuery(), configuration.environment());
    }

    /** Starts a host with all defaults. */
    public static IModelHost startup() {
        return startup(IModelHostConfiguration.defaults());
    }

    /**
     * Starts a host: makes its directories, raises onWorkspaceStartup and onAfterStartup. Fails with an IModelException when a
     * directory can not be made.
     */
    public static IModelHost startup(IModelHostConfiguration configuration) {
        return announce(new IModelHost(configuration));
    }

    /** The end of every startup: tells the listeners. */
    protected static <H extends IModelHost> H announce(H host) {
        HostEvents events = host.configuration().events();
        events.onWorkspaceStartup().raise(host);
        events.onAfterStartup().raise(host);
        return host;
    }

    /** The version of this library. */
    public static String backendVersion() {
        return VERSION;
    }

    /** False from the first moment of {@link #close} on. */
    public boolean isValid() {
        return valid.get();
    }

    public IModelHostConfiguration configuration() {
        return configuration;
    }

    public KnownLocations knownLocations() {
        return locations;
    }

    public Path cacheDir() {
        return locations.cacheDir();
    }

    public Path profileDir() {
        return locations.profileDir();
    }

    public @Nullable Path appAssetsDir() {
        return configuration.appAssetsDir();
    }

    public HostSession session() {
        return configuration.session();
    }

    public String sessionId() {
        return session().sessionId();
    }

    public String applicationId() {
        return session().applicationId();
    }

    public String applicationVersion() {
        return session().applicationVersion();
    }

    /** The threads for everything that touches SQLite. */
    public QueryPool queries() {
        return queries;
    }

    /** The iModels that this host serves, and no others. */
    public OpenIModels openIModels() {
        return openIModels;
    }

    /** The token with which this backend acts for itself; empty without an authorization client and when that one fails. */
    public String getAccessToken() {
        AuthorizationClient client = configuration.authorizationClient();
        if (client == null) {
            return "";
        }
        try {
            return client.getAccessToken();
        } catch (RuntimeException e) {
            LOG.warn("The authorization client gave no access token", e);
            return "";
        }
    }

    /**
     * Shuts the host down: raises onBeforeShutdown, stops the queries, closes what it served. Returns when that is done; a second
     * call returns at once.
     */
    @Override
    public void close() {
        if (valid.compareAndSet(true, false)) {
            configuration.events().onBeforeShutdown().raise(this);
            queries.close();
            openIModels.close();
        }
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "a directory of the host can not be made", e)
                    .with("directory", directory);
        }
    }
}
