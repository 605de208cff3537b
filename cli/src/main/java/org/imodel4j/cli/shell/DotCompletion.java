package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.imodel4j.cli.output.Layout;
import org.imodel4j.cli.output.Naming;

/** What can stand at a place of a dot command. */
final class DotCompletion {
    private final Completion names;

    DotCompletion(Completion names) {
        this.names = names;
    }

    List<Suggestion> at(String text, int cursor) {
        String line = text.substring(0, cursor).stripLeading();
        int blank = line.indexOf(' ');
        if (blank < 0) {
            return values(
                    Arrays.stream(DotCommands.Command.values())
                            .map(DotCommands.Command::word)
                            .toList(),
                    "commands");
        }
        String argument = line.substring(blank).stripLeading();
        return switch (line.substring(0, blank).toLowerCase(Locale.ROOT)) {
            case ".format" ->
                values(Arrays.stream(Layout.values()).map(Enum::name).toList(), "formats");
            case ".valueformat" ->
                values(Arrays.stream(Naming.values()).map(Enum::name).toList(), "formats");
            case ".timer", ".pager" -> values(List.of("on", "off"), "");
            case ".schema", ".classes", ".tables" -> schemaOrClass(argument);
            case ".explain" -> {
                int start = cursor - argument.length();
                yield names.at(text.substring(start), argument.length());
            }
            default -> List.of();
        };
    }

    private List<Suggestion> schemaOrClass(String argument) {
        int dot = argument.indexOf('.');
        return dot < 0
                ? names.schemaNames()
                : names.classNames(argument.substring(0, dot), argument.substring(0, dot + 1), false);
    }

    private static List<Suggestion> values(List<String> values, String group) {
        List<Suggestion> all = new ArrayList<>();
        for (String value : values) {
            all.add(new Suggestion(value, value, group, true));
        }
        return all;
    }
}
