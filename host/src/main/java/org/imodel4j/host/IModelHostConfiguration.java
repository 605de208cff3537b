package org.imodel4j.host;

import java.nio.file.Path;
import java.time.Duration;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * The options with which a host starts; the names and defaults are those of {@code IModelHostOptions} of iTwin.js.
 *
 * <p>Immutable. One configuration may start any number of hosts, one after the other or at once; they share its session and
 * its events.
 */
public final class IModelHostConfiguration {
    private final Builder values;
    private final HostSession session;

    private IModelHostConfiguration(Builder builder) {
        this.values = builder.copy();
        this.session = builder.session != null ? builder.session : HostSession.fresh();
    }

    /** All defaults. */
    public static IModelHostConfiguration defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that begins with these values, the session included. */
    public Builder toBuilder() {
        return values.copy().session(session);
    }

    /** The root of all files that are kept between runs; the default depends on the {@link Platform}. */
    public Path cacheDir() {
        Path given = values.cacheDir;
        return given != null
                ? given.toAbsolutePath().normalize()
                : KnownLocations.defaultCacheDir(Platform.current(), System.getProperty("user.home", "."));
    }

    /** The directory below {@code CACHEDIR/profiles} that this application has for itself. */
    public String profileName() {
        return values.profileName;
    }

    /** Where briefcases are kept: {@code CACHEDIR/imodels} unless given. */
    public Path briefcaseCacheDir() {
        Path given = values.briefcaseCacheDir;
        return given != null ? given.toAbsolutePath().normalize() : cacheDir().resolve("imodels");
    }

    /** The assets of the application; null when it has none. */
    public @Nullable Path appAssetsDir() {
        return values.appAssetsDir;
    }

    public @Nullable AuthorizationClient authorizationClient() {
        return values.authorizationClient;
    }

    /** Further snapshots that a frontend may open; null when only the served ones can be. */
    public @Nullable FileNameResolver snapshotFileNameResolver() {
        return values.snapshotFileNameResolver;
    }

    /** How many queries run at once and what each may take. */
    public ConcurrentQueryConfig concurrentQuery() {
        return values.concurrentQuery;
    }

    /** The largest size of a local tile cache in bytes; 0 switches it off. */
    public long maxTileCacheDbSize() {
        return values.maxTileCacheDbSize;
    }

    /** Whether tiles are kept compressed. */
    public boolean compressCachedTiles() {
        return values.compressCachedTiles;
    }

    /** How long a request for a tile tree waits before it is answered with pending. */
    public Duration tileTreeRequestTimeout() {
        return values.tileTreeRequestTimeout;
    }

    /** How long a request for a tile waits before it is answered with pending. */
    public Duration tileContentRequestTimeout() {
        return values.tileContentRequestTimeout;
    }

    /** Tiles that took longer than this are logged. */
    public Duration logTileLoadTimeThreshold() {
        return values.logTileLoadTimeThreshold;
    }

    /** Tiles of more bytes than this are logged. */
    public long logTileSizeThreshold() {
        return values.logTileSizeThreshold;
    }

    /** Whether data outside of every channel may be changed. */
    public boolean allowSharedChannel() {
        return values.allowSharedChannel;
    }

    /** Whether frontends may load schemas piece by piece; "disabled" in the reference. */
    public boolean incrementalSchemaLoading() {
        return values.incrementalSchemaLoading;
    }

    public ImplicitWriteEnforcement implicitWriteEnforcement() {
        return values.implicitWriteEnforcement;
    }

    public HostSession session() {
        return session;
    }

    public HostEvents events() {
        return values.events;
    }

    /** The platform below the host; not an option of iTwin.js, whose platform is always Node. */
    public HostEnvironment environment() {
        return values.environment;
    }

    /** Collects options; not for use from several threads. */
    public static final class Builder {
        private @Nullable Path cacheDir;
        private String profileName = "default";
        private @Nullable Path briefcaseCacheDir;
        private @Nullable Path appAssetsDir;
        private @Nullable AuthorizationClient authorizationClient;
        private @Nullable FileNameResolver snapshotFileNameResolver;
        private ConcurrentQueryConfig concurrentQuery = ConcurrentQueryConfig.defaults();
        private long maxTileCacheDbSize = 1L << 30;
        private boolean compressCachedTiles = true;
        private Duration tileTreeRequestTimeout = Duration.ofMillis(20_000);
        private Duration tileContentRequestTimeout = Duration.ofMillis(20_000);
        private Duration logTileLoadTimeThreshold = Duration.ofSeconds(40);
        private long logTileSizeThreshold = 20_000_000;
        private boolean allowSharedChannel = true;
        private boolean incrementalSchemaLoading;
        private ImplicitWriteEnforcement implicitWriteEnforcement = ImplicitWriteEnforcement.ALLOW;
        private @Nullable HostSession session;
        private HostEvents events = new HostEvents();
        private HostEnvironment environment = HostEnvironment.portable();

        private Builder() {}

        public Builder cacheDir(Path value) {
            cacheDir = value;
            return this;
        }

        public Builder profileName(String value) {
            if (value.isEmpty()
                    || value.startsWith(".")
                    || !value.equals(value.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", ""))) {
                throw new IModelException(Status.BAD_ARG, "profileName has to be a plain directory name")
                        .with("profileName", value);
            }
            profileName = value;
            return this;
        }

        public Builder briefcaseCacheDir(Path value) {
            briefcaseCacheDir = value;
            return this;
        }

        public Builder appAssetsDir(Path value) {
            appAssetsDir = value;
            return this;
        }

        public Builder authorizationClient(AuthorizationClient value) {
            authorizationClient = value;
            return this;
        }

        public Builder snapshotFileNameResolver(FileNameResolver value) {
            snapshotFileNameResolver = value;
            return this;
        }

        public Builder concurrentQuery(ConcurrentQueryConfig value) {
            concurrentQuery = value;
            return this;
        }

        public Builder maxTileCacheDbSize(long bytes) {
            maxTileCacheDbSize = atLeastZero(bytes, "maxTileCacheDbSize");
            return this;
        }

        public Builder compressCachedTiles(boolean value) {
            compressCachedTiles = value;
            return this;
        }

        public Builder tileTreeRequestTimeout(Duration value) {
            tileTreeRequestTimeout = value;
            return this;
        }

        public Builder tileContentRequestTimeout(Duration value) {
            tileContentRequestTimeout = value;
            return this;
        }

        public Builder logTileLoadTimeThreshold(Duration value) {
            logTileLoadTimeThreshold = value;
            return this;
        }

        public Builder logTileSizeThreshold(long bytes) {
            logTileSizeThreshold = atLeastZero(bytes, "logTileSizeThreshold");
            return this;
        }

        public Builder allowSharedChannel(boolean value) {
            allowSharedChannel = value;
            return this;
        }

        public Builder incrementalSchemaLoading(boolean value) {
            incrementalSchemaLoading = value;
            return this;
        }

        public Builder implicitWriteEnforcement(ImplicitWriteEnforcement value) {
            implicitWriteEnforcement = value;
            return this;
        }

        public Builder session(HostSession value) {
            session = value;
            return this;
        }

        public Builder events(HostEvents value) {
            events = value;
            return this;
        }

        public Builder environment(HostEnvironment value) {
            environment = value;
            return this;
        }

        public IModelHostConfiguration build() {
            return new IModelHostConfiguration(this);
        }

        private static long atLeastZero(long value, String option) {
            if (value < 0) {
                throw new IModelException(Status.BAD_ARG, "an option is negative").with(option, value);
            }
            return value;
        }

        private Builder copy() {
            Builder b = new Builder();
            b.cacheDir = cacheDir;
            b.profileName = profileName;
            b.briefcaseCacheDir = briefcaseCacheDir;
            b.appAssetsDir = appAssetsDir;
            b.authorizationClient = authorizationClient;
            b.snapshotFileNameResolver = snapshotFileNameResolver;
            b.concurrentQuery = concurrentQuery;
            b.maxTileCacheDbSize = maxTileCacheDbSize;
            b.compressCachedTiles = compressCachedTiles;
            b.tileTreeRequestTimeout = tileTreeRequestTimeout;
            b.tileContentRequestTimeout = tileContentRequestTimeout;
            b.logTileLoadTimeThreshold = logTileLoadTimeThreshold;
            b.logTileSizeThreshold = logTileSizeThreshold;
            b.allowSharedChannel = allowSharedChannel;
            b.incrementalSchemaLoading = incrementalSchemaLoading;
            b.implicitWriteEnforcement = implicitWriteEnforcement;
            b.session = session;
            b.events = events;
            b.environment = environment;
            return b;
        }
    }
}
