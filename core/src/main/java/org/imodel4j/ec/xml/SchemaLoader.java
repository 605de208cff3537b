package org.imodel4j.ec.xml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;

/**
 * Reads schemas with all that they refer to, in any order. What is referred to is looked for among the listed schemas, in the
 * folders of listed files, and then in the given sources, in their order. Nothing is written anywhere.
 */
public final class SchemaLoader {
    private final List<SchemaSource> sources;
    private final SchemaLimits limits;

    public SchemaLoader(List<SchemaSource> sources, SchemaLimits limits) {
        this.sources = List.copyOf(sources);
        this.limits = limits;
    }

    /**
     * Reads and checks them.
     *
     * @throws org.imodel4j.error.IModelException FileNotFound for a listed file that does not exist; SchemaUpgradeFailed when schemas refer to each other in a circle;
     *     BE_SQLITE_ERROR for anything that can not be read, is not found or breaks a rule, with file, line, item and rule
     */
    public LoadedSchemas load(List<SchemaInput> inputs) {
        SchemaFinder finder = new SchemaFinder(sources(inputs), limits);
        SchemaPlan plan = new SchemaPlan(finder, limits);
        inputs.forEach(input -> plan.list(finder.read(input)));
        Map<String, SchemaDef> schemas = new LinkedHashMap<>();
        Set<String> read = new LinkedHashSet<>();
        for (Candidate candidate : plan.ordered()) {
            switch (candidate) {
                case Candidate.Stored stored -> schemas.put(stored.key().name(), stored.schema());
                case Candidate.Written written -> {
                    SchemaHeader header = written.header();
                    List<SchemaReference> references = references(plan, written, schemas);
                    schemas.put(
                            header.key().name(),
                            SchemaXmlReader.read(header, references, new SchemaSet(schemas.values()), limits));
                    read.add(header.key().name());
                }
            }
        }
        LoadedSchemas loaded = new LoadedSchemas(new SchemaSet(schemas.values()), Collections.unmodifiableSet(read));
        return Supplements.merge(loaded);
    }

    private List<SchemaSource> sources(Collection<SchemaInput> inputs) {
        Set<Path> folders = new LinkedHashSet<>();
        for (SchemaInput input : inputs) {
            if (input instanceof SchemaInput.File file) {
                Path folder = file.path().toAbsolutePath().normalize().getParent();
                if (folder != null) {
                    folders.add(folder);
                }
            }
        }
        List<SchemaSource> all = new ArrayList<>();
        all.add(new SchemaSource.Folders(List.copyOf(folders)));
        all.addAll(sources);
        return all;
    }

    /** A schema that is referred to twice has its first alias; an alias that is taken gets a number. */
    private static List<SchemaReference> references(
            SchemaPlan plan, Candidate.Written written, Map<String, SchemaDef> schemas) {
        Map<String, String> declared = new LinkedHashMap<>();
        for (SchemaHeader.Reference reference : written.header().references()) {
            declared.putIfAbsent(
                    Declarations.key(reference.wanted().name()),
                    reference.wanted().alias());
        }
        Set<String> aliases = new LinkedHashSet<>();
        List<SchemaReference> references = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Need need : written.needs()) {
            Candidate found = plan.tryChosen(need);
            SchemaDef schema = found == null ? null : schemas.get(found.key().name());
            if (schema != null && names.add(schema.name())) {
                String named = declared.getOrDefault(Declarations.key(schema.name()), schema.alias());
                String alias = named.isEmpty() ? "s" : named;
                String free = alias;
                for (int i = 1; !aliases.add(free); i++) {
                    free = alias + i;
                }
                references.add(new SchemaReference(schema.name(), schema.version(), free));
            }
        }
        return references;
    }
}
