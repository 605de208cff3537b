package org.imodel4j.imodel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.imodel4j.ec.StoredNumber;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.json.JsonWriter;

/** Writes what {@link GeoLocation} reads: the properties {@code Extents} and {@code Units} of a file, to the byte as iTwin.js does. */
final class StoredLocation {
    private StoredLocation() {}

    /** Such as {@code {"high":[50.0,50.0,30.0],"low":[-50.0,-50.0,-10.0]}}. */
    static String extents(Range3d extents) {
        return "{\"high\":" + exact(extents.high()) + ",\"low\":" + exact(extents.low()) + "}";
    }

    private static String exact(Point3d point) {
        return "[" + StoredNumber.text(point.x()) + "," + StoredNumber.text(point.y()) + ","
                + StoredNumber.text(point.z()) + "]";
    }

    /** Origin and location. */
    static String units(CreateIModelProps props) {
        StringBuilder json = new StringBuilder("{\"globalOrigin\":")
                .append(point(props.globalOrigin()))
                .append(",\"initialProjectCenter\":")
                .append(point(Point3d.ZERO));
        EcefLocation location = props.ecefLocation();
        if (location != null) {
            json.append(",\"ecefLocation\":{\"origin\":")
                    .append(point(location.origin()))
                    .append(",\"orientation\":")
                    .append(angles(location.orientation()));
            EcefLocation.Cartographic place = location.cartographicOrigin();
            if (place != null) {
                json.append(",\"cartographicOrigin\":{\"longitude\":")
                        .append(number(place.longitude()))
                        .append(",\"latitude\":")
                        .append(number(place.latitude()))
                        .append(",\"height\":")
                        .append(number(place.height()))
                        .append('}');
            }
            if (location.xVector() != null && location.yVector() != null) {
                json.append(",\"xVector\":")
                        .append(point(location.xVector()))
                        .append(",\"yVector\":")
                        .append(point(location.yVector()));
            }
            json.append('}');
        }
        return json.append('}').toString();
    }

    /** Angles of 0 are left out; without any, {@code null}. */
    private static String angles(YawPitchRollAngles angles) {
        StringBuilder json = new StringBuilder();
        append(json, "yaw", angles.yaw());
        append(json, "pitch", angles.pitch());
        append(json, "roll", angles.roll());
        return json.length() == 0 ? "null" : "{" + json + "}";
    }

    private static void append(StringBuilder json, String name, double degrees) {
        if (degrees != 0) {
            json.append(json.length() == 0 ? "\"" : ",\"")
                    .append(name)
                    .append("\":")
                    .append(number(degrees));
        }
    }

    private static String point(Point3d point) {
        return "[" + number(point.x()) + "," + number(point.y()) + "," + number(point.z()) + "]";
    }

    /** The shortest text that is read back as the number, with a fraction or an exponent. */
    private static String number(double value) {
        String text =
                new String(new JsonWriter().value(value).bytes(), StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }
}
