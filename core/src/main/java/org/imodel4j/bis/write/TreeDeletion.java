package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.error.Status;
import org.imodel4j.id.IdSet;

/**
 * Deletes an element with everything below it: sub-models before their modeled elements, children before their parents, then definitions that
 * nobody uses, definition models that are empty by then, and subjects without children.
 */
final class TreeDeletion {
    private static final int DEEPEST = 1000;

    private final EditContext context;
    private final List<Long> definitions = new ArrayList<>();
    private final List<Long> definitionModels = new ArrayList<>();
    private final List<Long> subjects = new ArrayList<>();

    TreeDeletion(EditContext context) {
        this.context = context;
    }

    void delete(long id) {
        context.transaction().begin();
        if (context.classOfElement(id) == 0) {
            throw Refusal.of(Status.NOT_FOUND, "The element does not exist", id);
        }
        long unused = context.atomically(() -> {
            visit(id, 0);
            deleteDefinitions();
            deleteDefinitionModels();
            deleteSubjects();
            return id;
        });
    }

    private void visit(long id, int depth) {
        if (depth > DEEPEST) {
            throw Refusal.of(Status.INVALID_PARENT, "The tree nests too deeply", id);
        }
        ModelFacts model = id == ModelFacts.REPOSITORY ? null : context.tryModel(id);
        if (model != null) {
            for (long top :
                    context.ids("SELECT Id FROM bis_Element WHERE ModelId=? AND ParentId IS NULL ORDER BY Id", id)) {
                visit(top, depth + 1);
            }
            if (!model.is(ModelFacts.Kind.DEFINITION_MODEL)) {
                new ModelEdits(context).delete(id);
            }
        }
        for (long child : context.ids("SELECT Id FROM bis_Element WHERE ParentId=? ORDER BY Id", id)) {
            visit(child, depth + 1);
        }
        if (!isPutOff(id)) {
            new ElementDeletion(context, false).delete(id);
        }
    }

    private boolean isPutOff(long id) {
        if (context.isElement(id, "DefinitionContainer") || context.isElement(id, "DefinitionPartition")) {
            return definitionModels.add(id);
        }
        if (context.isElement(id, "Subject")) {
            return subjects.add(id);
        }
        return context.isElement(id, "DefinitionElement") && definitions.add(id);
    }

    /** Children first, because a category takes its sub-categories with it. */
    private void deleteDefinitions() {
        Set<Long> left = new LinkedHashSet<>(definitions);
        while (!left.isEmpty()) {
            Set<Long> parents = new LinkedHashSet<>();
            for (long id : left) {
                long parent = context.number("SELECT ParentId FROM bis_Element WHERE Id=?", id);
                if (parent != 0 && left.contains(parent)) {
                    parents.add(parent);
                }
            }
            List<Long> leaves = new ArrayList<>(left);
            leaves.removeAll(parents);
            if (leaves.isEmpty()) {
                return;
            }
            long[] ids = leaves.stream().mapToLong(Long::longValue).toArray();
            // Those in use stay.
            IdSet unused = new DefinitionDeletion(context).delete(IdSet.of(ids));
            left.removeAll(leaves);
        }
    }

    private void deleteDefinitionModels() {
        for (long id : definitionModels) {
            if (context.number("SELECT count(*) FROM bis_Element WHERE ModelId=?", id) == 0) {
                if (context.tryModel(id) != null) {
                    new ModelEdits(context).delete(id);
                }
                new ElementDeletion(context, false).delete(id);
            }
        }
    }

    private void deleteSubjects() {
        for (long id : subjects) {
            if (context.number("SELECT count(*) FROM bis_Element WHERE ParentId=?", id) == 0) {
                new ElementDeletion(context, false).delete(id);
            }
        }
    }
}
