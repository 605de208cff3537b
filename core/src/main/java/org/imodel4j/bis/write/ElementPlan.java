package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** How the elements of one class are written: its tables, the rules for it, and a setter for each property that no rule writes. */
final class ElementPlan {
    private final ClassTables tables;
    private final Set<ElementKind> kinds;
    private final List<ElementWork> rules = new ArrayList<>();
    private final List<ElementWork> fromSpecial;
    private final Map<String, ValueSetter> members = new HashMap<>();
    private final Map<String, Optional<ValueSetter>> spellings = new HashMap<>();
    private final Map<String, Integer> shortest = new HashMap<>();
    private final ElementDraft draft;
    private boolean writesOthers;

    /** @throws IModelException WRITE_ERROR for a class without instances of its own */
    ElementPlan(ECSchemas schemas, ECClass ecClass, List<ElementRule> known) {
        this.tables = new ClassTables(schemas, ecClass, "LastMod");
        this.kinds = ElementKind.of(ecClass, schemas);
        Set<String> handled = new HashSet<>();
        for (ElementRule rule : known) {
            ECClass ruled = schemas.tryClass("BisCore", rule.className());
            if (ruled != null && schemas.isSubclass(ecClass.id(), ruled.id())) {
                handled.addAll(rule.properties());
                rules.add(rule.work(tables));
                writesOthers |= rule.writesOthers();
            }
        }
        this.fromSpecial = new ArrayList<>(rules);
        Collections.reverse(fromSpecial);
        PropertySetters setters = new PropertySetters(schemas, tables);
        for (ECProperty property : ecClass.properties()) {
            ValueSetter setter = handled.contains(property.name()) ? null : setters.of(property);
            if (setter != null) {
                members.put(key(property.name()), setter);
                if (property.minOccurs() > 0) {
                    shortest.put(key(property.name()), property.minOccurs());
                }
            }
        }
        this.draft = new ElementDraft(this);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    ClassTables tables() {
        return tables;
    }

    ECClass ecClass() {
        return tables.ecClass();
    }

    boolean is(ElementKind kind) {
        return kinds.contains(kind);
    }

    Set<ElementKind> kinds() {
        return kinds;
    }

    /** Whether its elements bring other rows with them, so that a failure has more than their own to take back. */
    boolean writesOthers() {
        return writesOthers;
    }

    /** Null for elements without geometry of their own. */
    @Nullable
    GeometricColumns geometricColumns() {
        for (ElementWork rule : rules) {
            GeometricColumns columns = rule.geometricColumns();
            if (columns != null) {
                return columns;
            }
        }
        return null;
    }

    /** Base first. */
    List<ElementWork> rules() {
        return rules;
    }

    /** The most special first. */
    List<ElementWork> rulesFromSpecial() {
        return fromSpecial;
    }

    /** An empty draft; the one before is over. */
    ElementDraft draft(boolean insert) {
        return draft.begin(insert);
    }

    /** The setter of a property that no rule writes. */
    @Nullable
    ValueSetter setter(String propertyName) {
        return members.get(key(propertyName));
    }

    /**
     * Puts what props say into a draft. Members that the class does not have, and values that do not fit theirs, are passed over, as iTwin.js does.
     *
     * @throws IModelException what the rules refuse
     */
    void take(JsonObject props, ElementDraft draft, EditContext context) {
        for (Map.Entry<String, JsonValue> member : props.members().entrySet()) {
            ValueSetter setter = find(member.getKey());
            if (setter != null) {
                checkLength(member.getKey(), member.getValue(), draft);
                boolean unused = setter.set(member.getValue(), draft.row);
            }
        }
        for (ElementWork rule : rules) {
            rule.take(props, draft, context);
        }
    }

    /** Names of properties match in any case; the spellings that came are remembered, also those of no property. */
    private @Nullable ValueSetter find(String member) {
        Optional<ValueSetter> known = spellings.get(member);
        if (known == null) {
            known = Optional.ofNullable(members.get(key(member)));
            if (spellings.size() < 1000) {
                spellings.put(member, known);
            }
        }
        return known.orElse(null);
    }

    /** A failure for later: other reasons come first, and the id is used up. */
    private void checkLength(String member, JsonValue value, ElementDraft draft) {
        if (!shortest.isEmpty() && value instanceof JsonArray array) {
            int least = shortest.getOrDefault(key(member), 0);
            if (array.size() > 0 && array.size() < least) {
                draft.failure = new IModelException(Status.WRITE_ERROR, "An array has too few items")
                        .with("property", member)
                        .with("least", least);
            }
        }
    }
}
