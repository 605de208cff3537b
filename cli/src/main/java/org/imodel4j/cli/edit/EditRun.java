package org.imodel4j.cli.edit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.cli.output.Progress;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.WritableIModelDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** Runs the lines of a batch in their order, and answers each. */
final class EditRun {
    private final Terminal terminal;
    private final EditOperations operations;
    private final Path batch;

    EditRun(Terminal terminal, WritableIModelDb db, Path batch) {
        this.terminal = terminal;
        this.operations = new EditOperations(db);
        this.batch = batch;
    }

    /**
     * Runs all lines.
     *
     * @throws IModelException READ_ERROR when the batch can not be read, BAD_ARG for a line that is no JSON object; what ran before it has run
     */
    void run() {
        try (BufferedReader lines = reader();
                Progress progress = new Progress(terminal, "edits")) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    answer(EditLine.parse(text, number));
                    progress.step();
                }
            }
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "Batch file can not be read", e).with("file", batch);
        }
    }

    private BufferedReader reader() throws IOException {
        return batch.toString().equals("-")
                ? new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
                : Files.newBufferedReader(batch);
    }

    private void answer(EditLine line) {
        JsonObject.Builder answer = JsonObject.builder().put("id", line.id());
        try {
            JsonValue result = operations.run(line);
            answer.put("result", result);
        } catch (IModelException e) {
            answer.put(
                    "error",
                    JsonObject.builder()
                            .put("errorNumber", e.errorNumber())
                            .put("message", e.text())
                            .build());
        }
        terminal.println(Json.write(answer.build()));
    }
}
