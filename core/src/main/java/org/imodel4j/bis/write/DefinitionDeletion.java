package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.id.IdSet;

/** Deletes definitions that nobody uses. */
final class DefinitionDeletion {
    private final EditContext context;

    DefinitionDeletion(EditContext context) {
        this.context = context;
    }

    /** @return those that are in use and stay */
    IdSet delete(IdSet ids) {
        context.transaction().begin();
        List<Long> refused = new ArrayList<>();
        long unused = context.atomically(() -> {
            List<DefinitionKind.Definition> all = DefinitionKind.sorted(ids, context);
            List<DefinitionKind.Definition> used = deleteUnused(all);
            // What only a deleted view used is free now.
            List<DefinitionKind.Definition> again = new ArrayList<>();
            boolean views = all.stream().anyMatch(each -> each.kind() == DefinitionKind.VIEW_DEFINITION);
            for (DefinitionKind.Definition each : used) {
                if (views && each.kind().isPartOfViews()) {
                    again.add(each);
                } else {
                    refused.add(each.id());
                }
            }
            deleteUnused(again).forEach(each -> refused.add(each.id()));
            return 0;
        });
        return IdSet.of(refused.stream().mapToLong(Long::longValue).toArray());
    }

    private List<DefinitionKind.Definition> deleteUnused(List<DefinitionKind.Definition> definitions) {
        DefinitionUsage usage = DefinitionUsage.of(definitions, context);
        // All are asked before the first one goes, because a category takes its sub-categories with it.
        List<DefinitionKind.Definition> used =
                definitions.stream().filter(usage::isUsed).collect(Collectors.toList());
        for (DefinitionKind.Definition each : definitions) {
            if (!used.contains(each) && context.classOfElement(each.id()) != 0) {
                new ElementDeletion(context, true).delete(each.id());
            }
        }
        return used;
    }
}
