package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.ProgressBar;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.sample.SampleIModel;
import org.imodel4j.cli.sample.SampleSize;

/** {@code imodel sample}: an iModel to try things with. */
final class SampleCommand implements Command {
    static final int SEED = 1;

    private final Terminal terminal;

    SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Makes a sample: an office building and a garden with every kind of geometry.",
                "FILE must not exist. The same size and seed give the same elements with the same ids.");
    }

    @Override
    public Words words() {
        return new Words("FILE", 1, 1);
    }

    @Override
    public Options options() {
        return new Options()
                .choice("size", SampleSize.class, "About 300, 20 000 or 300 000 elements: %s; default small.")
                .value("seed", "N", "What is left to chance in the sample depends on it; default " + SEED + ".")
                .value("cache-dir", "DIR", "Where empty files are kept, which makes the next one quick.");
    }

    @Override
    public int run(Given given) {
        Path file = Given.path(given.words().get(0));
        SampleSize size = given.choice("size", SampleSize.small);
        try (ProgressBar bar = new ProgressBar(terminal, "elements", size.expectedElements())) {
            SampleIModel.make(file, size, given.number("seed", SEED), CreateCommand.cacheDir(given), bar::step);
        }
        terminal.println(file.toString());
        return 0;
    }
}
