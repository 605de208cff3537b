package org.imodel4j.ecsql.run;

/**
 * Options of a request that change values.
 *
 * @param abbreviateBlobs binary values become the text <code>{"bytes":n}</code>
 * @param classIdsToNames class ids become names also where ids are usual
 */
public record RowOptions(boolean abbreviateBlobs, boolean classIdsToNames) {
    public static final RowOptions DEFAULT = new RowOptions(false, false);
}
