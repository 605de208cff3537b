package org.imodel4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.host.FileNameResolver;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.web.WebEditOptions;
import org.imodel4j.host.web.WebViewerOptions;
import org.imodel4j.server.IpcAdmission;
import org.jspecify.annotations.Nullable;

/**
 * What {@code imodel serve --edit} adds.
 *
 * @param allowed folders whose files can be opened, beside those that are served
 * @param admission who may connect
 * @param grace how long the program waits for a frontend to come back
 * @param stays whether the program outlives its frontends
 */
record Editing(List<Path> allowed, IpcAdmission admission, Duration grace, boolean stays) {
    /** Null without {@code --edit}; options that then have no meaning are refused. */
    static @Nullable Editing of(Given given) {
        boolean open = given.has("localhost-ipc");
        List<String> origins = given.texts("allow-origin");
        List<Path> allowed = given.texts("allow-path").stream().map(Given::path).toList();
        boolean stays = given.has("stay");
        int grace = given.number("grace", 10);
        if (!given.has("edit")) {
            if (open || stays || given.has("grace") || !origins.isEmpty() || !allowed.isEmpty()) {
                throw new NotUnderstoodException(
                        "--allow-path, --allow-origin, --localhost-ipc, --grace and --stay belong to --edit");
            }
            return null;
        }
        if (open && !origins.isEmpty()) {
            throw new NotUnderstoodException("--localhost-ipc lets every local page connect and no other");
        }
        if (grace < 0) {
            throw new NotUnderstoodException("--grace must not be negative");
        }
        IpcAdmission admission = open ? IpcAdmission.loopback() : IpcAdmission.byToken(origins);
        return new Editing(allowed, admission, Duration.ofSeconds(grace), stays);
    }

    /** Which files frontends can open: those below the folders that are served or allowed; single files are served by their own names. */
    FileNameResolver files(List<Path> served) {
        List<Path> folders = new ArrayList<>(allowed);
        for (Path each : served) {
            Path path = each.toAbsolutePath();
            if (Files.isDirectory(path)) {
                folders.add(path);
            }
        }
        return FileNameResolver.filesBelow(folders);
    }

    WebEditOptions options(WebViewerOptions rpc) {
        IpcHostOptions ipc = IpcHostOptions.defaults().withGracePeriod(grace);
        return new WebEditOptions(rpc, stays ? ipc.stayingWithoutFrontend() : ipc);
    }
}
