package org.imodel4j.bis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the elements and models of one iModel can be inserted into another one: the model, the parent, the category and the code
 * scope of an element come before it, and what geometry may name comes before geometry. Elements that nothing orders are in the order of their
 * ids. Memory is needed for ids, not for elements.
 *
 * <p>Scopes of codes may go in circles, the other ties can not. Of a circle one element is given without its code, and its code after all
 * elements. A file with other circles is damaged; its elements are then given in some order.
 */
public final class InsertOrder {
    /** Told of each element, each followed by its model if it has one, and of the codes that had to wait. */
    public interface Visitor {
        /** @param hasCode false when the scope of its code is not there yet */
        void element(long id, boolean hasCode) throws IOException;

        void model(long id) throws IOException;

        void code(long elementId) throws IOException;
    }

    private static final String ELEMENTS =
            "SELECT e.Id,e.ECClassId,e.ModelId,e.ParentId,coalesce(g.CategoryId,d.CategoryId),e.CodeScopeId,"
                    + "(SELECT m.Id FROM bis_Model m WHERE m.Id=e.Id) FROM bis_Element e"
                    + " LEFT JOIN bis_GeometricElement3d g ON g.ElementId=e.Id"
                    + " LEFT JOIN bis_GeometricElement2d d ON d.ElementId=e.Id";
    private static final String ALL = ELEMENTS + " ORDER BY e.Id";
    private static final String ONE = ELEMENTS + " WHERE e.Id=?1";

    /** The first class that an element is of says in which pass over all elements it is looked for, else it is the one before the last. */
    private static final Map<String, Integer> PASSES = Map.of(
            "GeometryPart", 1,
            "ModelSelector", 3,
            "CategorySelector", 3,
            "ViewDefinition", 3,
            "DefinitionElement", 0);

    private static final List<String> PASS_CLASSES =
            List.of("GeometryPart", "ModelSelector", "CategorySelector", "ViewDefinition", "DefinitionElement");
    private static final int OTHERS = 2;
    private static final int LAST = 3;

    private final ECSchemas schemas;
    private final StatementCache statements;
    private final Visitor visitor;
    private final Map<Long, Integer> passes = new HashMap<>();
    private final Set<Long> done = new HashSet<>();
    private final Set<Long> waiting = new HashSet<>();
    private final List<Long> lateCodes = new ArrayList<>();

    private InsertOrder(ECSchemas schemas, StatementCache statements, Visitor visitor) {
        this.schemas = schemas;
        this.statements = statements;
        this.visitor = visitor;
    }

    /** Visits all elements and models. */
    public static void visit(ECSchemas schemas, ReadConnection connection, Visitor visitor) throws IOException {
        new InsertOrder(schemas, connection.statements(), visitor).run();
    }

    /** An element and what has to be there before it; 0 for nothing. */
    private record Ties(long id, long classId, long model, long parent, long category, long scope, boolean isModeled) {
        static Ties read(SqliteStatement row) {
            return new Ties(
                    row.columnLong(0),
                    row.columnLong(1),
                    row.columnLong(2),
                    row.columnLong(3),
                    row.columnLong(4),
                    row.columnLong(5),
                    row.columnLong(6) != 0);
        }

        /** The code scope is last: what waits for it then waits for nothing else. */
        long at(int index) {
            return switch (index) {
                case 0 -> model;
                case 1 -> parent;
                case 2 -> category;
                default -> scope;
            };
        }
    }

    private static final int TIES = 4;

    /** The root subject is in the model of itself and the scope of its own code, and is in every iModel from the beginning. */
    private static final long ROOT = 1;

    private static final class Frame {
        final Ties ties;
        int next;
        boolean hasCode = true;

        Frame(Ties ties) {
            this.ties = ties;
        }
    }

    private void run() throws IOException {
        Ties root = tryRead(ROOT);
        if (root != null) {
            give(root);
        }
        for (int pass = 0; pass <= LAST; pass++) {
            try (Lease lease = statements.acquire(ALL)) {
                SqliteStatement row = lease.statement();
                while (row.step()) {
                    if (pass(row.columnLong(1)) == pass && !done.contains(row.columnLong(0))) {
                        give(Ties.read(row));
                    }
                }
            }
        }
        for (long id : lateCodes) {
            visitor.code(id);
        }
    }

    private int pass(long classId) {
        return passes.computeIfAbsent(classId, this::passOfClass);
    }

    private int passOfClass(long classId) {
        for (String name : PASS_CLASSES) {
            ECClass base = schemas.tryClass("BisCore", name);
            if (base != null && schemas.isSubclass(classId, base.id())) {
                return PASSES.getOrDefault(name, OTHERS);
            }
        }
        return OTHERS;
    }

    /** Gives an element behind all that it is tied to. Chains of ties are as long as a file makes them, so this does not recurse. */
    private void give(Ties first) throws IOException {
        Deque<Frame> chain = new ArrayDeque<>();
        chain.push(new Frame(first));
        waiting.add(first.id());
        while (!chain.isEmpty()) {
            Frame top = chain.element();
            if (top.next == TIES) {
                chain.pop();
                waiting.remove(top.ties.id());
                give(top);
                continue;
            }
            boolean isScope = top.next == TIES - 1;
            long tied = top.ties.at(top.next++);
            if (tied == 0 || tied == ROOT || done.contains(tied)) {
                continue;
            }
            if (waiting.contains(tied)) {
                top.hasCode &= !isScope;
                continue;
            }
            Ties next = tryRead(tied);
            if (next != null) {
                chain.push(new Frame(next));
                waiting.add(tied);
            }
        }
    }

    private void give(Frame frame) throws IOException {
        Ties ties = frame.ties;
        done.add(ties.id());
        visitor.element(ties.id(), frame.hasCode);
        if (!frame.hasCode) {
            lateCodes.add(ties.id());
        }
        if (ties.isModeled()) {
            visitor.model(ties.id());
        }
    }

    private @Nullable Ties tryRead(long id) {
        try (Lease lease = statements.acquire(ONE)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            return row.step() ? Ties.read(row) : null;
        }
    }
}
