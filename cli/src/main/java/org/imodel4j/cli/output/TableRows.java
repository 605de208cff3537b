package org.imodel4j.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Rows as a table of aligned columns. The first rows decide the widths; later ones that need more are cut. */
final class TableRows implements TextRows {
    private static final int SAMPLE = 500;
    private static final int WIDEST = 60;

    private final Writer out;
    private final List<List<String>> waiting = new ArrayList<>();
    private int[] widths = {};
    private boolean started;
    private long count;

    TableRows(Writer out) {
        this.out = out;
    }

    @Override
    public void names(List<String> names) {
        waiting.add(names);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        count++;
        List<String> shown = cells.stream().map(TableRows::printable).toList();
        if (started) {
            print(shown);
            return;
        }
        waiting.add(shown);
        if (waiting.size() > SAMPLE) {
            start();
        }
    }

    @Override
    public void end() throws IOException {
        start();
        out.write("(" + count + (count == 1 ? " row)" : " rows)") + "\n");
    }

    private void start() throws IOException {
        if (started) {
            return;
        }
        started = true;
        widths = new int[waiting.get(0).size()];
        for (List<String> cells : waiting) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], length(cells.get(i))));
            }
        }
        print(waiting.get(0));
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        print(rule);
        for (List<String> cells : waiting.subList(1, waiting.size())) {
            print(cells);
        }
        waiting.clear();
    }

    private void print(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            int length = length(cell);
            if (length > widths[i]) {
                cell = cell.substring(0, cell.offsetByCodePoints(0, Math.max(0, widths[i] - 1))) + "\u2026";
                length = length(cell);
            }
            line.append(cell).append(" ".repeat(Math.max(0, widths[i] - length) + 2));
        }
        out.write(line.toString().stripTrailing());
        out.write('\n');
    }

    /** Line breaks and terminal controls in data must not break the table or the terminal. */
    private static String printable(String cell) {
        return cell.codePoints().anyMatch(Character::isISOControl) ? cell.replaceAll("\\p{Cntrl}", " ") : cell;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
