package org.imodel4j.cli.command;

import java.util.List;

/** One command of the program, such as {@code imodel query}. */
public interface Command {
    /** What stands behind {@code imodel} to call it. */
    String name();

    /** What it does, in sentences; the first of them stands in the list of all commands. */
    List<String> description();

    Words words();

    Options options();

    /**
     * Does the work.
     *
     * @return the exit code
     * @throws NotUnderstoodException when what the user gave does not belong together
     */
    int run(Given given);

    /**
     * The words without an option name.
     *
     * @param shown as help spells them, such as {@code FILE [ECSQL]}
     */
    record Words(String shown, int least, int most) {
        public static final Words NONE = new Words("", 0, 0);
    }
}
