package org.imodel4j.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** The options of one command, in the order in which help lists them. */
public final class Options {
    private final List<Option> shown = new ArrayList<>();
    private final Set<String> repeatable = new HashSet<>();
    private final org.apache.commons.cli.Options all = new org.apache.commons.cli.Options();

    public Options() {
        add(Option.builder("h").longOpt("help").desc("Show this help.").get());
        add(Option.builder("V").longOpt("version").desc("Show the version.").get());
        value("log-level", "LEVEL", "What the log says: off, error, warn, info, debug or trace.");
    }

    private void add(Option option) {
        shown.add(option);
        all.addOption(option);
    }

    /** {@code --name}. */
    public Options flag(String name, String description) {
        add(option(name, null, description));
        return this;
    }

    /** {@code --name VALUE}. */
    public Options value(String name, String placeholder, String description) {
        add(option(name, placeholder, description));
        return this;
    }

    /** {@code --name VALUE}, which may be given more than once. */
    public Options values(String name, String placeholder, String description) {
        repeatable.add(name);
        return value(name, placeholder, description);
    }

    boolean isRepeatable(String name) {
        return repeatable.contains(name);
    }

    /**
     * {@code --name ONE_OF_THEM}, in any case.
     *
     * @param description {@code %s} in it becomes the list of values
     */
    public Options choice(String name, Class<? extends Enum<?>> values, String description) {
        return value(name, name.toUpperCase(Locale.ROOT), description.replace("%s", list(values)));
    }

    /** {@code --name VALUE}, which help does not speak of. */
    public Options hidden(String name) {
        all.addOption(option(name, "VALUE", ""));
        return this;
    }

    private static Option option(String name, @Nullable String placeholder, String description) {
        Option.Builder option = Option.builder().longOpt(name).desc(description);
        if (placeholder != null) {
            option.hasArg().argName(placeholder);
        }
        return option.get();
    }

    static String list(Class<? extends Enum<?>> values) {
        return Arrays.stream(values.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    List<Option> shown() {
        return shown;
    }

    org.apache.commons.cli.Options all() {
        return all;
    }
}
