package org.imodel4j.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.imodel4j.servlet.RpcServletOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an application says of its host in its configuration.
 *
 * @param files iModels to serve; a folder stands for all .bim files below it. Each opens under its name without extension.
 * @param cacheDir Folder in which the host keeps its files; that of iTwin.js on this platform unless given.
 * @param path Where frontends find the RPC, as a servlet mapping. What stands before the asterisk is their uriPrefix.
 * @param crossOrigin Whether pages of every origin may call the RPC. Leave it off where the application decides on CORS.
 * @param maxBody Largest body of a request.
 * @param bodyTime Time within which the body of a request must have arrived.
 */
@ConfigurationProperties("imodel4j")
public record ImodelProperties(
        @DefaultValue List<Path> files,
        @Nullable Path cacheDir,
        @DefaultValue("/rpc/*") String path,
        @DefaultValue("false") boolean crossOrigin,
        @DefaultValue("64MB") DataSize maxBody,
        @DefaultValue("60s") Duration bodyTime) {

    public ImodelProperties {
        if (!path.startsWith("/") || !path.endsWith("/*")) {
            throw new IllegalArgumentException("imodel4j.path has to begin with / and to end with /*, as /rpc/* does");
        }
        files = List.copyOf(files);
    }

    RpcServletOptions servletOptions() {
        return new RpcServletOptions(maxBody.toBytes(), bodyTime, crossOrigin);
    }
}
