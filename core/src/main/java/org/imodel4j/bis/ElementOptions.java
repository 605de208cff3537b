package org.imodel4j.bis;

/**
 * What an element read is to give. The reference accepts {@code onlyBaseProperties} and gives all properties nevertheless
 * (observed with 5.7.3), so there is no such option here.
 *
 * @param binaries how byte arrays are written
 * @param omitScheduleScriptElementIds display styles: empty the {@code elementIds} of the schedule script
 * @param compressExcludedElementIds display styles: leave {@code excludedElements} in its compressed form
 * @param omitScriptElementIds render timelines: empty the {@code elementIds} of the script
 * @param wantGeometry geometric elements and geometry parts: with their geometry, as member {@code geom}
 * @param wantBRepData boundary representations in it come with their data
 */
public record ElementOptions(
        BinaryFormat binaries,
        boolean omitScheduleScriptElementIds,
        boolean compressExcludedElementIds,
        boolean omitScriptElementIds,
        boolean wantGeometry,
        boolean wantBRepData) {
    public static final ElementOptions DEFAULT =
            new ElementOptions(BinaryFormat.BASE64, false, false, false, false, false);

    public ElementOptions with(BinaryFormat format) {
        return new ElementOptions(
                format,
                omitScheduleScriptElementIds,
                compressExcludedElementIds,
                omitScriptElementIds,
                wantGeometry,
                wantBRepData);
    }

    public ElementOptions withGeometry(boolean geometry, boolean brepData) {
        return new ElementOptions(
                binaries,
                omitScheduleScriptElementIds,
                compressExcludedElementIds,
                omitScriptElementIds,
                geometry,
                brepData);
    }
}
