package org.imodel4j.ecsql.parse;

/** What stands behind OVER. */
public sealed interface Window extends Node permits Window.Named, Window.Inline {
    record Named(int offset, Name name) implements Window {}

    record Inline(int offset, WindowSpec spec) implements Window {}
}
