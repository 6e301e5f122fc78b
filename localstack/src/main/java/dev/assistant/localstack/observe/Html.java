package dev.assistant.localstack.observe;

/** The frame of the observing pages. They have no script: what they show is current when they are asked for. */
final class Html {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #14181f; --soft: #525b69; --edge: #d5dae1; --page: #f7f8fa; --card: #fff;
              --bad: #b42318; --warn: #8a5a00; --good: #17683c; font: 14px/1.45 system-ui, sans-serif; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a4adba; --edge: #323a46; --page: #12161c;
              --card: #1a2028; --bad: #ff8a80; --warn: #f0b95a; --good: #6fcf97; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink); }
            header, main { max-width: 80rem; margin: 0 auto; padding: 0 1rem; }
            header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; padding-top: 1rem; }
            h1, h2 { font-size: 1.25rem; margin: 1rem 0 .5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 0; }
            a { color: inherit; text-underline-offset: 3px; } a[aria-current] { font-weight: 650; text-decoration: none; }
            a:focus-visible, summary:focus-visible { outline: 2px solid #3b6fd4; outline-offset: 2px; border-radius: 2px; }
            .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
            .card { background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: .75rem 1rem; min-width: 0; }
            .soft { color: var(--soft); } .firing { color: var(--bad); font-weight: 650; } .pending { color: var(--warn); }
            .ok { color: var(--good); } svg { display: block; width: 100%; height: auto; }
            svg text { fill: var(--soft); font-size: 11px; } .axis { stroke: var(--edge); } .curve { fill: none; stroke-width: 1.75; stroke-linecap: round; }
            .c0 { stroke: #2f6fdb; background: #2f6fdb; } .c1 { stroke: #c2571a; background: #c2571a; }
            .c2 { stroke: #17896b; background: #17896b; } .c3 { stroke: #9150c8; background: #9150c8; }
            .c4 { stroke: #8b8f1f; background: #8b8f1f; } .c5 { stroke: #c2388a; background: #c2388a; }
            .dot1 { stroke-dasharray: 5 3; } .dot2 { stroke-dasharray: 2 2; }
            ul.key { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1rem; margin: .25rem 0 0; padding: 0; }
            ul.key i { display: inline-block; width: 1.1em; height: 3px; margin-right: .4em; vertical-align: middle; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--edge); vertical-align: top; }
            td { overflow-wrap: anywhere; } .number { text-align: right; white-space: nowrap; }
            .scroll { overflow-x: auto; } code { font: 12px/1.4 ui-monospace, monospace; }
            .bar { position: relative; height: 10px; min-width: 12rem; background: var(--page); border-radius: 3px; }
            .bar b { position: absolute; height: 100%; min-width: 2px; border-radius: 3px; }
            .name, .word { white-space: nowrap; }
            @media (max-width: 40rem) { .wide { display: none; } .name { white-space: normal; } .bar { min-width: 4rem; } }
            """;

    private Html() {}

    /**
     * A page.
     *
     * @param here the path of the page's own entry in the navigation
     * @param refreshes whether it asks again by itself
     */
    static String page(String title, String here, boolean refreshes, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                %s<title>%s · Development Assistant</title>
                <style>%s</style>
                <header><nav aria-label="Pages" style="display: contents">%s</nav></header>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </html>
                """.formatted(
                        refreshes ? "<meta http-equiv=\"refresh\" content=\"10\">\n" : "",
                        escaped(title),
                        STYLE,
                        link("/", "Dashboards", here)
                                + link("/alerts", "Alerts", here)
                                + link("/traces", "Traces", here)
                                + link("/metrics", "Metrics", here),
                        escaped(title),
                        body);
    }

    private static String link(String path, String text, String here) {
        return "<a href=\"%s\"%s>%s</a>\n".formatted(path, path.equals(here) ? " aria-current=\"page\"" : "", text);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
