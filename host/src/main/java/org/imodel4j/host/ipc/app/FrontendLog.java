package org.imodel4j.host.ipc.app;

import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What frontends want logged; one logger for all, so that a frontend can not write in the name of the backend. */
final class FrontendLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.imodel4j.frontend");
    private static final Level[] LEVELS = {Level.TRACE, Level.INFO, Level.WARN, Level.ERROR};
    private static final int MOST_CHARS = 10_000;

    private FrontendLog() {}

    static void write(int level, String category, String message, @Nullable JsonValue metaData) {
        if (level < 0 || level >= LEVELS.length || !LOG.isEnabledForLevel(LEVELS[level])) {
            return;
        }
        var event = LOG.atLevel(LEVELS[level]).addKeyValue("category", oneLine(category));
        if (metaData != null) {
            event = event.addKeyValue("metaData", oneLine(Json.write(metaData)));
        }
        event.log(oneLine(message));
    }

    /** A frontend must not make lines that look like those of others. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), MOST_CHARS));
        for (int i = 0; i < text.length() && i < MOST_CHARS; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString();
    }
}
