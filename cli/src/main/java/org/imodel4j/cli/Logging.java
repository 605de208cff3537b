package org.imodel4j.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the log to the error stream, warnings and worse unless told otherwise. Found by Logback as a service. */
public final class Logging extends ContextAwareBase implements Configurator {
    /** What {@code --log-level} takes. */
    enum LogLevel {
        off,
        error,
        warn,
        info,
        debug,
        trace
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{24} %msg %kvp%n%ex{short}");
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Changes the level of the whole process.
     *
     * @param name one of {@link LogLevel}, in any case
     * @throws NotUnderstoodException when there is no such level
     */
    static void level(String name) {
        for (LogLevel level : LogLevel.values()) {
            if (level.name().equalsIgnoreCase(name)) {
                if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.toLevel(name));
                }
                return;
            }
        }
        throw new NotUnderstoodException("There is no log level '" + name + "'");
    }
}
