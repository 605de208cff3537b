package org.imodel4j.ecsql.parse;

import java.util.List;

/** Window functions for {@link ECSqlPrinter}, and sort keys for all. */
final class WindowPrinter {
    private final StringBuilder out;
    private final ECSqlPrinter values;

    WindowPrinter(StringBuilder out, ECSqlPrinter values) {
        this.out = out;
        this.values = values;
    }

    void call(Expression.WindowCall call) {
        values.call(call.function());
        Expression filter = call.filter();
        if (filter != null) {
            out.append(" FILTER(WHERE ");
            values.expression(filter);
            out.append(')');
        }
        out.append(" OVER");
        switch (call.window()) {
            case Window.Named named -> out.append(' ').append(named.name().text());
            case Window.Inline inline -> spec(inline.spec());
        }
    }

    void spec(WindowSpec spec) {
        out.append('(');
        int start = out.length();
        Name base = spec.base();
        if (base != null) {
            out.append(base.text());
        }
        partitions(spec.partitions(), start);
        orderBy(spec.orderBy(), out.length() > start ? " " : "");
        WindowSpec.Frame frame = spec.frame();
        if (frame != null) {
            out.append(out.length() > start ? " " : "");
            frame(frame);
        }
        out.append(')');
    }

    private void partitions(List<WindowSpec.Partition> partitions, int start) {
        String separator = out.length() > start ? " PARTITION BY " : "PARTITION BY ";
        for (WindowSpec.Partition partition : partitions) {
            out.append(separator);
            values.expression(partition.key());
            WindowSpec.Collation collation = partition.collation();
            if (collation != null) {
                out.append(" COLLATE ").append(collation);
            }
            separator = ", ";
        }
    }

    /** @param before what stands in front of ORDER BY, when there are keys */
    void orderBy(List<SortItem> items, String before) {
        String separator = before + "ORDER BY ";
        for (SortItem item : items) {
            out.append(separator);
            values.expression(item.key());
            switch (item.order()) {
                case DEFAULT -> {}
                case ASC, DESC -> out.append(' ').append(item.order());
            }
            switch (item.nulls()) {
                case DEFAULT -> {}
                case FIRST, LAST -> out.append(" NULLS ").append(item.nulls());
            }
            separator = ", ";
        }
    }

    private void frame(WindowSpec.Frame frame) {
        out.append(frame.unit()).append(' ');
        WindowSpec.Bound end = frame.end();
        if (end == null) {
            bound(frame.start());
        } else {
            out.append("BETWEEN ");
            bound(frame.start());
            out.append(" AND ");
            bound(end);
        }
        out.append(
                switch (frame.exclusion()) {
                    case DEFAULT -> "";
                    case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
                    case GROUP -> " EXCLUDE GROUP";
                    case TIES -> " EXCLUDE TIES";
                    case NO_OTHERS -> " EXCLUDE NO OTHERS";
                });
    }

    private void bound(WindowSpec.Bound bound) {
        Expression distance = bound.distance();
        if (distance != null) {
            values.expression(distance);
            out.append(' ');
        }
        out.append(
                switch (bound.kind()) {
                    case UNBOUNDED_PRECEDING -> "UNBOUNDED PRECEDING";
                    case PRECEDING -> "PRECEDING";
                    case CURRENT_ROW -> "CURRENT ROW";
                    case FOLLOWING -> "FOLLOWING";
                    case UNBOUNDED_FOLLOWING -> "UNBOUNDED FOLLOWING";
                });
    }
}
