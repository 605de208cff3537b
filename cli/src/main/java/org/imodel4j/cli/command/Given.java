package org.imodel4j.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/** What the user gave to a command. */
public final class Given {
    private final CommandLine line;

    private Given(CommandLine line) {
        this.line = line;
    }

    /**
     * Reads the arguments of a command.
     *
     * @throws NotUnderstoodException when an option is unknown, given twice or without its value
     */
    static Given parse(Options options, List<String> arguments, boolean stopAtFirstWord) {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        Given given;
        try {
            given = new Given(parser.parse(options.all(), arguments.toArray(new String[0]), stopAtFirstWord));
        } catch (MissingArgumentException e) {
            throw new NotUnderstoodException(
                    "Missing value of --" + e.getOption().getLongOpt());
        } catch (UnrecognizedOptionException e) {
            throw new NotUnderstoodException("Unknown option: " + e.getOption());
        } catch (ParseException e) {
            throw new NotUnderstoodException(String.valueOf(e.getMessage()));
        }
        Arrays.stream(given.line.getOptions())
                .map(option -> String.valueOf(option.getLongOpt()))
                .filter(name -> given.values(name) > 1 && !options.isRepeatable(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new NotUnderstoodException("--" + name + " is given more than once");
                });
        return given;
    }

    private int values(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? 0 : values.length;
    }

    /** The words that belong to no option, in their order. */
    public List<String> words() {
        return line.getArgList();
    }

    public boolean has(String option) {
        return line.hasOption(option);
    }

    /** The value of an option, null when it is not given. */
    public @Nullable String tryText(String option) {
        return line.getOptionValue(option);
    }

    /** All values of an option that may be given more than once. */
    public List<String> texts(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** The value of an option as a path, null when it is not given. */
    public @Nullable Path tryPath(String option) {
        String text = tryText(option);
        return text == null ? null : path(text);
    }

    /**
     * A word as a path.
     *
     * @throws NotUnderstoodException when no file can have that name
     */
    public static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new NotUnderstoodException("'" + text + "' is not a path: " + e.getReason());
        }
    }

    /** A whole number. */
    public int number(String option, int otherwise) {
        String text = tryText(option);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new NotUnderstoodException("--" + option + " takes a whole number, not '" + text + "'");
        }
    }

    /** One of the values of an enum, by its name in any case; null when it is not given. */
    public <E extends Enum<E>> @Nullable E tryChoice(String option, Class<E> values) {
        String text = tryText(option);
        if (text == null) {
            return null;
        }
        for (E value : values.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw new NotUnderstoodException(
                "--" + option + " takes one of " + Options.list(values) + ", not '" + text + "'");
    }

    /** One of the values of an enum, by its name in any case. */
    public <E extends Enum<E>> E choice(String option, E otherwise) {
        E chosen = tryChoice(option, otherwise.getDeclaringClass());
        return chosen == null ? otherwise : chosen;
    }
}
