package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.archive.ArchiveImport;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.Terminal;

/** {@code imodel import}: an iModel from the text that {@code imodel export --all} has written. */
final class ImportCommand implements Command {
    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Makes an iModel out of what imodel export --all has written to a folder.",
                "NEW must not exist. It has the id and the contents of the iModel that was exported, with their ids, and can be edited. What fails"
                        + " leaves no file behind.");
    }

    @Override
    public Words words() {
        return new Words("NEW DIR", 2, 2);
    }

    @Override
    public Options options() {
        return new Options().value("cache-dir", "DIR", "Where empty files are kept, which makes the next one quick.");
    }

    @Override
    public int run(Given given) {
        Path file = Given.path(given.words().get(0));
        Path folder = Given.path(given.words().get(1));
        ArchiveImport.run(file, folder, CreateCommand.cacheDir(given), terminal);
        terminal.println(file.toString());
        return 0;
    }
}
