package org.imodel4j.ec.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** Which schemas have to be read, one version of each name, and in which order. Only their headers are known. */
final class SchemaPlan {
    private final SchemaFinder finder;
    private final SchemaLimits limits;
    private final Map<String, Candidate> chosen = new LinkedHashMap<>();

    SchemaPlan(SchemaFinder finder, SchemaLimits limits) {
        this.finder = finder;
        this.limits = limits;
    }

    /** Takes a listed schema; of two versions of one name the lower one, as iTwin.js does, unless a reference wants the other. */
    void list(Candidate candidate) {
        Candidate known = chosen.get(Declarations.key(candidate.key().name()));
        if (known == null || candidate.key().version().compareTo(known.key().version()) < 0) {
            choose(candidate);
        }
    }

    /** All that is needed, each one behind what it needs itself. */
    List<Candidate> ordered() {
        resolve();
        List<Candidate> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (Candidate candidate : chosen.values()) {
            order(candidate, new LinkedHashSet<>(), done, ordered);
        }
        return ordered;
    }

    /** What stands for a need, null when nothing does. */
    @Nullable
    Candidate tryChosen(Need need) {
        Candidate candidate = chosen.get(Declarations.key(need.name()));
        return candidate != null && candidate.meets(need) ? candidate : null;
    }

    private void choose(Candidate candidate) {
        chosen.put(Declarations.key(candidate.key().name()), candidate);
        if (chosen.size() > limits.schemas()) {
            throw new IModelException(Status.BE_SQLITE_ERROR, SchemaText.FAILED)
                    .with("rule", "more than " + limits.schemas() + " schemas are needed");
        }
    }

    /** A newer version can take the place of one that is chosen; so this comes to an end. */
    private void resolve() {
        Deque<Candidate> ahead = new ArrayDeque<>(chosen.values());
        while (!ahead.isEmpty()) {
            Candidate candidate = ahead.poll();
            for (Candidate supplement : finder.supplements(candidate)) {
                if (chosen.get(Declarations.key(supplement.key().name())) == null) {
                    choose(supplement);
                    ahead.add(supplement);
                }
            }
            for (Need need : candidate.needs()) {
                if (tryChosen(need) == null) {
                    Candidate found = finder.find(need);
                    Candidate known = chosen.get(Declarations.key(need.name()));
                    boolean newer = found != null
                            && (known == null
                                    || known.key()
                                                    .version()
                                                    .compareTo(found.key().version())
                                            < 0);
                    if (found != null && newer) {
                        choose(found);
                        ahead.add(found);
                    } else if (need.required()) {
                        throw unmet(candidate, need, known);
                    }
                }
            }
        }
        for (Candidate candidate : chosen.values()) {
            for (Need need : candidate.needs()) {
                if (need.required() && tryChosen(need) == null) {
                    throw unmet(candidate, need, chosen.get(Declarations.key(need.name())));
                }
            }
        }
    }

    private IModelException unmet(Candidate candidate, Need need, @Nullable Candidate known) {
        String wanted = need.name() + '.' + need.version();
        String rule = known == null
                ? "the schema " + wanted + " is needed and not found in " + String.join(", ", finder.places())
                : "the schema " + wanted + " is needed, but there is " + known.key();
        if (candidate instanceof Candidate.Written written && need.element() != null) {
            return written.header().text().problem(need.element(), need.name(), rule);
        }
        return new IModelException(Status.BE_SQLITE_ERROR, SchemaText.FAILED)
                .with("schema", candidate.key())
                .with("rule", rule);
    }

    private void order(Candidate candidate, Set<String> path, Set<String> done, List<Candidate> ordered) {
        String name = candidate.key().name();
        if (done.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            throw new IModelException(Status.BE_SQLITE_ERROR_SCHEMA_UPGRADE_FAILED, SchemaText.FAILED)
                    .with("schemas", path)
                    .with("rule", "schemas refer to each other in a circle");
        }
        for (Need need : candidate.needs()) {
            Candidate needed = tryChosen(need);
            if (needed != null) {
                order(needed, path, done, ordered);
            }
        }
        path.remove(name);
        done.add(name);
        ordered.add(candidate);
    }
}
