package org.imodel4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.imodel4j.cli.output.CellText;
import org.imodel4j.cli.output.Progress;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.FileCopies;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Answers a file of queries, one line of JSON for each in their order: {@code {id, columns, rows: {js, ecsql, index}}} or {@code
 * {id, error: {errorNumber, status, message}}}. Each file is opened once. Where each line works on a copy, those that write are answered with
 * {@code {id, steps: [{status, id}], error: {phase, errorNumber, status, message}, verify: [{rows}]}}.
 */
final class BatchRun {
    private final Terminal terminal;
    private final Path batch;
    private final @Nullable Path only;
    private final @Nullable Path directory;
    private final boolean eachOnCopy;

    /**
     * @param only answers just the lines for this file; null answers each from the file it names
     * @param directory where named files are; null: beside the batch
     * @param eachOnCopy each line works on a copy of its file that nobody else sees, so that lines can write
     */
    BatchRun(Terminal terminal, Path batch, @Nullable Path only, @Nullable Path directory, boolean eachOnCopy) {
        this.terminal = terminal;
        this.batch = batch;
        this.only = only;
        this.directory = directory;
        this.eachOnCopy = eachOnCopy;
    }

    void run() {
        if (!eachOnCopy) {
            run(null);
            return;
        }
        try (FileCopies copies = FileCopies.begin()) {
            run(copies);
        }
    }

    private void run(@Nullable FileCopies copies) {
        Map<Path, OpenFile> open = new HashMap<>();
        try (BufferedReader lines = reader();
                Progress progress = new Progress(terminal, "queries")) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    BatchLine line = BatchLine.parse(text, number);
                    answer(line, open, copies);
                    progress.step();
                }
            }
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "Batch file can not be read", e).with("file", batch);
        } finally {
            open.values().forEach(OpenFile::close);
        }
    }

    private BufferedReader reader() throws IOException {
        return batch.toString().equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(batch);
    }

    private void answer(BatchLine line, Map<Path, OpenFile> open, @Nullable FileCopies copies) {
        Path file = fileOf(line);
        if (file == null) {
            return;
        }
        JsonWriter out = new JsonWriter();
        out.beginObject().name("id").value(line.id());
        if (copies == null) {
            BatchAnswer.write(line, open.computeIfAbsent(file, OpenFile::open), out);
        } else if (line.write()) {
            WriteAnswer.write(line, copies.fresh(file), out);
        } else {
            try (OpenFile copy = OpenFile.open(copies.fresh(file))) {
                BatchAnswer.write(line, copy, out);
            }
        }
        out.endObject();
        terminal.println(new String(out.bytes(), StandardCharsets.UTF_8));
    }

    /** Null for a line that is for another file than the one asked about. */
    private @Nullable Path fileOf(BatchLine line) {
        Path file = only;
        String dataset = line.dataset();
        if (file != null) {
            boolean mine = dataset == null || Path.of(dataset).getFileName().equals(file.getFileName());
            return mine ? file : null;
        }
        if (dataset == null) {
            throw new IModelException(Status.BAD_ARG, "Line of the batch names no dataset, and no FILE is given")
                    .with("id", CellText.of(line.id()));
        }
        Path beside = batch.toAbsolutePath().getParent();
        return (directory != null ? directory : Objects.requireNonNull(beside)).resolve(dataset);
    }
}
