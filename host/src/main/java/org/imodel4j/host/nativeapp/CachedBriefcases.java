package org.imodel4j.host.nativeapp;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.id.Guid;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder {@code imodels} of the cache, laid out as iTwin.js does: {@code IMODELID/briefcases/BRIEFCASEID.bim}. */
final class CachedBriefcases {
    private static final Logger LOG = LoggerFactory.getLogger(CachedBriefcases.class);

    private final IModelHost host;
    private final Path folder;

    CachedBriefcases(IModelHost host) {
        this.host = host;
        this.folder = host.configuration().briefcaseCacheDir();
    }

    Path file(String iModelId, long briefcaseId) {
        return briefcases(iModelId).resolve(briefcaseId + ".bim");
    }

    private Path briefcases(String iModelId) {
        return folder.resolve(Guid.parse(iModelId).toString()).resolve("briefcases");
    }

    /** What can be opened of one iModel, or of all. */
    List<JsonObject> all(@Nullable String iModelId) {
        List<Path> folders = new ArrayList<>();
        if (iModelId != null) {
            folders.add(briefcases(iModelId));
        } else {
            for (Path each : entries(folder, "*")) {
                folders.add(each.resolve("briefcases"));
            }
        }
        return host.queries().run(QueryOrder.of(this), ticket -> {
            List<JsonObject> found = new ArrayList<>();
            for (Path each : folders) {
                for (Path file : entries(each, "*.bim")) {
                    JsonObject props = tryProps(file);
                    if (props != null) {
                        found.add(props);
                    }
                }
            }
            return found;
        });
    }

    private static List<Path> entries(Path folder, String pattern) {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
                stream.forEach(entries::add);
            } catch (IOException e) {
                throw new IModelException(Status.READ_ERROR, "the briefcases of the cache can not be listed", e)
                        .with("folder", folder);
            }
        }
        entries.sort(null);
        return entries;
    }

    private static @Nullable JsonObject tryProps(Path file) {
        try (SnapshotDb db = SnapshotDb.open(file)) {
            return JsonObject.builder()
                    .put("fileName", file.toString())
                    .put("iTwinId", db.iTwinId().toString())
                    .put("contextId", db.iTwinId().toString())
                    .put("iModelId", db.iModelId().toString())
                    .put("briefcaseId", db.briefcaseId())
                    .put("changeset", db.changeset().toJson())
                    .put("changeSetId", db.changeset().id())
                    .put("fileSize", Files.size(file))
                    .build();
        } catch (IModelException | IOException e) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .log("A briefcase of the cache can not be opened: {}", e.getMessage());
            return null;
        }
    }
}
