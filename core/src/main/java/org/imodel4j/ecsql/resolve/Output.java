package org.imodel4j.ecsql.resolve;

/**
 * One column of a query as those who read it see it.
 *
 * @param name alias, last step of a path, or the expression as printed
 * @param path the whole access string of a property, else the name
 * @param className {@code Schema:Class} of the class that declares the property; empty for system and computed columns
 * @param generated true for computed and aliased columns
 * @param fromStar true when {@code *} gave the property of a class, also through subqueries; nobody asked for it by name
 */
public record Output(String name, String path, String className, boolean generated, ValueType type, boolean fromStar) {
    public Output(String name, String path, String className, boolean generated, ValueType type) {
        this(name, path, className, generated, type, false);
    }

    Output withFromStar(boolean star) {
        return star == fromStar ? this : new Output(name, path, className, generated, type, star);
    }
}
