package org.imodel4j.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;

/** Runs workloads one at a time, each in a fresh process. */
final class AllWorkloads {
    private AllWorkloads() {}

    /** @return 1 when a workload failed, else 0 */
    static int run(Collection<String> names, Settings settings, Consumer<String> out) {
        int failures = 0;
        for (String name : names) {
            String size = name.substring(name.lastIndexOf('.') + 1);
            boolean missing = size.equals("large") && !Files.exists(settings.file(size));
            if (!missing && !run(name, settings, out)) {
                failures++;
                out.accept(Json.write(JsonObject.builder()
                        .put("workload", name)
                        .put("error", "ended without a result")
                        .build()));
            }
        }
        return failures > 0 ? 1 : 0;
    }

    private static boolean run(String name, Settings settings, Consumer<String> out) {
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    "bench", name,
                    "--data", settings.data().toString(),
                    "--reps", String.valueOf(settings.reps()),
                    "--warm", String.valueOf(settings.warmRuns())));
            if (settings.url() != null) {
                arguments.addAll(List.of("--url", settings.url().toString(), "--pid", String.valueOf(settings.pid())));
            }
            Process process = SelfCommand.with(arguments.toArray(new String[0])).start();
            boolean printed = false;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.accept(line);
                    printed = true;
                }
            }
            return process.waitFor() == 0 && printed;
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "The launcher can not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IModelException(Status.BAD_ARG, "Interrupted while waiting for a child", e);
        }
    }
}
