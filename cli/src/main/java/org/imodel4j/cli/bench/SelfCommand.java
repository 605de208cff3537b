package org.imodel4j.cli.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program starts itself again: by its launcher, or without one as this process was started. */
final class SelfCommand {
    private SelfCommand() {}

    /** The launcher, as the system property that it sets tells; else the command line of this JVM. */
    static List<String> prefix() {
        String launcher = System.getProperty("imodel4j.launcher");
        if (launcher != null) {
            return List.of(launcher);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.imodel4j.cli.Imodel");
        return command;
    }

    static ProcessBuilder with(String... arguments) {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
