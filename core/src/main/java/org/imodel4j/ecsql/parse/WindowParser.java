package org.imodel4j.ecsql.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * <pre>
 * over  = "OVER" ( name | spec )
 * spec  = "(" [name] ["PARTITION" "BY" key {"," key}] ["ORDER" "BY" sort {"," sort}] [frame] ")"
 * key   = path ["COLLATE" ("BINARY"|"NOCASE"|"RTRIM")]
 * frame = ("ROWS"|"RANGE"|"GROUPS") ( start | "BETWEEN" bound "AND" bound )
 *         ["EXCLUDE" ("CURRENT" "ROW" | "GROUP" | "TIES" | "NO" "OTHERS")]
 * start = "UNBOUNDED" "PRECEDING" | "CURRENT" "ROW" | value "PRECEDING"
 * bound = start | value "FOLLOWING" | "UNBOUNDED" "FOLLOWING"
 * </pre>
 */
final class WindowParser {
    private final Words words;
    private final QueryParser queries;

    WindowParser(Words words, QueryParser queries) {
        this.words = words;
        this.queries = queries;
    }

    Window over() {
        words.expect(Token.OVER);
        int offset = words.offset();
        return words.at(Token.LEFT_PAREN)
                ? new Window.Inline(offset, spec())
                : new Window.Named(offset, words.name("a window"));
    }

    WindowSpec spec() {
        int offset = words.offset();
        words.expect(Token.LEFT_PAREN);
        int siblings = words.enter();
        Name base = words.atName() ? words.name("a window") : null;
        List<WindowSpec.Partition> partitions = partitions();
        List<SortItem> orderBy = queries.orderBy();
        WindowSpec.Frame frame =
                switch (words.token()) {
                    case ROWS -> frame(WindowSpec.Unit.ROWS);
                    case RANGE -> frame(WindowSpec.Unit.RANGE);
                    case GROUPS -> frame(WindowSpec.Unit.GROUPS);
                    default -> null;
                };
        words.leave(siblings);
        words.expect(Token.RIGHT_PAREN);
        return new WindowSpec(offset, base, partitions, orderBy, frame);
    }

    private List<WindowSpec.Partition> partitions() {
        if (!words.accept(Token.PARTITION)) {
            return List.of();
        }
        words.expect(Token.BY);
        List<WindowSpec.Partition> partitions = new ArrayList<>();
        do {
            int offset = words.offset();
            Expression key = queries.expressions.path();
            partitions.add(new WindowSpec.Partition(offset, key, words.accept(Token.COLLATE) ? collation() : null));
        } while (words.accept(Token.COMMA));
        return List.copyOf(partitions);
    }

    private WindowSpec.Collation collation() {
        WindowSpec.Collation collation =
                switch (words.token()) {
                    case BINARY -> WindowSpec.Collation.BINARY;
                    case NOCASE -> WindowSpec.Collation.NOCASE;
                    case RTRIM -> WindowSpec.Collation.RTRIM;
                    default -> throw words.expected("BINARY, NOCASE or RTRIM");
                };
        words.next();
        return collation;
    }

    private WindowSpec.Frame frame(WindowSpec.Unit unit) {
        int offset = words.offset();
        words.next();
        if (words.accept(Token.BETWEEN)) {
            WindowSpec.Bound start = bound();
            if (start.kind() == WindowSpec.BoundKind.UNBOUNDED_FOLLOWING) {
                throw words.errors.expected(start.offset(), "the start of a frame", "UNBOUNDED FOLLOWING");
            }
            words.expect(Token.AND);
            WindowSpec.Bound end = bound();
            if (end.kind() == WindowSpec.BoundKind.UNBOUNDED_PRECEDING) {
                throw words.errors.expected(end.offset(), "the end of a frame", "UNBOUNDED PRECEDING");
            }
            return new WindowSpec.Frame(offset, unit, start, end, exclusion());
        }
        WindowSpec.Bound start = bound();
        return switch (start.kind()) {
            case UNBOUNDED_PRECEDING, PRECEDING, CURRENT_ROW ->
                new WindowSpec.Frame(offset, unit, start, null, exclusion());
            case FOLLOWING, UNBOUNDED_FOLLOWING ->
                throw words.errors.expected(start.offset(), "PRECEDING or CURRENT ROW", "FOLLOWING");
        };
    }

    private WindowSpec.Bound bound() {
        int offset = words.offset();
        if (words.accept(Token.CURRENT)) {
            words.expect(Token.ROW);
            return new WindowSpec.Bound(offset, WindowSpec.BoundKind.CURRENT_ROW, null);
        }
        if (words.accept(Token.UNBOUNDED)) {
            WindowSpec.BoundKind kind =
                    preceding() ? WindowSpec.BoundKind.UNBOUNDED_PRECEDING : WindowSpec.BoundKind.UNBOUNDED_FOLLOWING;
            return new WindowSpec.Bound(offset, kind, null);
        }
        Expression distance = queries.expressions.value();
        WindowSpec.BoundKind kind = preceding() ? WindowSpec.BoundKind.PRECEDING : WindowSpec.BoundKind.FOLLOWING;
        return new WindowSpec.Bound(offset, kind, distance);
    }

    private boolean preceding() {
        if (words.accept(Token.PRECEDING)) {
            return true;
        }
        if (!words.accept(Token.FOLLOWING)) {
            throw words.expected("PRECEDING or FOLLOWING");
        }
        return false;
    }

    private WindowSpec.Exclusion exclusion() {
        if (!words.accept(Token.EXCLUDE)) {
            return WindowSpec.Exclusion.DEFAULT;
        }
        WindowSpec.Exclusion exclusion =
                switch (words.token()) {
                    case CURRENT -> WindowSpec.Exclusion.CURRENT_ROW;
                    case GROUP -> WindowSpec.Exclusion.GROUP;
                    case TIES -> WindowSpec.Exclusion.TIES;
                    case NO -> WindowSpec.Exclusion.NO_OTHERS;
                    default -> throw words.expected("CURRENT ROW, GROUP, TIES or NO OTHERS");
                };
        words.next();
        switch (exclusion) {
            case CURRENT_ROW -> words.expect(Token.ROW);
            case NO_OTHERS -> words.expect(Token.OTHERS);
            default -> {}
        }
        return exclusion;
    }
}
