package org.imodel4j.ec.map;

import java.util.Collection;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.IModelException;

/**
 * What a file demands of schemas beyond what EC demands, as far as it can be told without tables. {@link SchemaMapper} checks the
 * rest.
 */
public final class ImportRules {
    private ImportRules() {}

    /**
     * Checks schemas that are to be imported.
     *
     * @param schemas with all that they refer to
     * @throws IModelException SchemaUpgradeFailed, in the words of iTwin.js; where several rules are broken it tells the one
     *     that iTwin.js finds last, as that does
     */
    public static void check(SchemaSet schemas, Collection<SchemaDef> wanted) {
        for (SchemaDef schema : wanted) {
            if (ECXmlVersion.V3_2.isBefore(schema.ecXml())) {
                throw Refusal.of("Failed to import ECSchema " + schema.key() + ". It has a higher ECXml version "
                        + schema.ecXml()
                        + " than the current version 3.2 and may contain unknown elements which are not supported in this"
                        + " version of ECDb.");
            }
        }
        RuleDefinitions definitions = new RuleDefinitions(schemas);
        wanted.forEach(definitions::check);
        definitions.refuse();
        RuleReservedNames reserved = new RuleReservedNames(schemas);
        wanted.forEach(reserved::check);
        RuleMixins mixins = new RuleMixins(schemas);
        wanted.forEach(mixins::check);
    }
}
