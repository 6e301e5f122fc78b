package dev.assistant.runtime.analysis.dataflow.model;

/**
 * A use of something by its qualified name. In data files: {@code flask.request.args} for reading it, {@code os.system()} for a
 * call, {@code Element.innerHTML=} for writing it, {@code flask.session[]=} for writing an element of it.
 *
 * @param symbol the qualified name; {@code *.name} for a member of something unknown
 */
public record Access(Kind kind, String symbol) {
    /** What is done with it. */
    public enum Kind {
        READ(""),
        CALL("()"),
        ELEMENT_WRITE("[]="),
        WRITE("=");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    /** Reads the notation of data files. */
    public static Access parse(String written) {
        for (Kind kind : new Kind[] {Kind.ELEMENT_WRITE, Kind.CALL, Kind.WRITE}) {
            if (written.endsWith(kind.suffix)) {
                return new Access(kind, written.substring(0, written.length() - kind.suffix.length()));
            }
        }
        return new Access(Kind.READ, written);
    }

    public static Access call(String symbol) {
        return new Access(Kind.CALL, symbol);
    }

    /** The same use of a member of something unknown. */
    public Access ofAnything() {
        return new Access(kind, "*" + symbol.substring(Math.max(0, symbol.lastIndexOf('.'))));
    }
}
