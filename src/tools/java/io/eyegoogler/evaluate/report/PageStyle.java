package io.eyegoogler.evaluate.report;

/** The page's style sheet, light or dark as the reader's system is. */
final class PageStyle {

    static final String CSS = """
            :root{color-scheme:light dark;--page:#fff;--card:#f5f6f8;--ink:#1b1e23;--dim:#656d78;--line:#e1e4e8;
             --s0:#2563c9;--s1:#c2560b;--s2:#0e8a6d;--s3:#8a4bc0;--bad:#c2211c;--annotation:#118a3a;--detection:#d8281c}
            @media(prefers-color-scheme:dark){:root{--page:#15171a;--card:#1f2226;--ink:#e7e9ec;--dim:#98a0ab;
             --line:#32363c;--s0:#6ea3ff;--s1:#ff9d57;--s2:#3fd0ac;--s3:#c598f0;--bad:#ff7b72;--annotation:#3ddc6b;
             --detection:#ff6a5e}}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:1180px;padding:28px 24px 64px;background:var(--page);color:var(--ink);
             font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
            h1{font-size:26px;line-height:1.2;margin:0}
            h2{font-size:19px;margin:44px 0 10px}
            h3{font-size:16px;margin:26px 0 2px}
            p{margin:6px 0 14px;max-width:80ch}
            .note,.count,figcaption,small,dt{color:var(--dim)}
            .count{font-weight:400;margin-left:4px}
            .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:22px 0 8px}
            .tile{background:var(--card);border-radius:10px;padding:12px 14px}
            .tile b{display:block;font-size:25px;line-height:1.25;font-variant-numeric:tabular-nums}
            .tile small{font-size:13px}
            .scroll{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:14px}
            th{font-weight:400;text-align:left}
            th,td{padding:5px 14px 5px 0;border-bottom:1px solid var(--line);vertical-align:top}
            td{text-align:right;white-space:nowrap}
            thead td{white-space:normal}
            td b{font-weight:600}
            thead th,thead td{color:var(--dim);font-size:13px;vertical-align:bottom}
            td small{margin-left:6px}
            .slices{width:100%}
            .slices td small{display:block;margin:0;font-size:12px;line-height:1.3;white-space:nowrap}
            .slices td b{white-space:nowrap}
            .slices .group th{padding-top:16px;font-weight:600}
            .slices tr:not(.group) th{padding-left:14px}
            .worse b{color:var(--bad)}
            .worse b::before{content:"▼ "}
            .slices td>div{display:flex;gap:8px;align-items:center;justify-content:flex-end}
            .slices td svg+div{min-width:88px}
            .bar{flex:none}
            .bar .scale{stroke:var(--line);stroke-width:2}
            .bar .overall{stroke:var(--dim);stroke-width:1}
            .bar .interval{stroke:var(--s0);stroke-width:2.5}
            .bar .value{fill:var(--s0)}
            .worse .bar .interval{stroke:var(--bad)}
            .worse .bar .value{fill:var(--bad)}
            .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(400px,1fr));gap:24px}
            .plots h3{margin:0 0 4px}
            .plot{width:100%;height:auto;display:block}
            .plot text{fill:var(--ink);font-size:12.5px}
            .plot .middle{text-anchor:middle}
            .plot .end{text-anchor:end;fill:var(--dim)}
            .plot .n,.plot .axis{fill:var(--dim)}
            .plot .grid{stroke:var(--line)}
            .plot .interval{stroke:currentColor;stroke-width:2}
            .plot circle{fill:currentColor}
            .s0{color:var(--s0)}.s1{color:var(--s1)}.s2{color:var(--s2)}.s3{color:var(--s3)}
            .legend span{margin-right:18px;display:inline-block}
            .legend i{display:inline-block;width:1em;height:1em;border:2px solid;vertical-align:-.12em}
            .legend .detection i{border-style:dashed}
            .annotation{color:var(--annotation)}
            .detection{color:var(--detection)}
            .sheet{display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,1fr));gap:14px 12px}
            figure{margin:0;min-width:0}
            figure img{width:100%;height:auto;border-radius:8px;display:block}
            figcaption{font-size:12.5px;line-height:1.35;padding-top:4px}
            figcaption b{display:block;font-weight:500;color:var(--ink);overflow:hidden;text-overflow:ellipsis;
             white-space:nowrap}
            .alert{border-left:4px solid var(--bad);background:var(--card);padding:8px 14px;border-radius:0 8px 8px 0;
             overflow-wrap:anywhere}
            .alert p{margin:2px 0}
            summary{cursor:pointer;font-size:19px;font-weight:600;margin:34px 0 6px}
            dt{float:left;clear:left;width:11em}
            dd{margin:0 0 8px 11.5em;max-width:70ch}
            @media(max-width:640px){dt{float:none;width:auto}dd{margin-left:0}.plots{grid-template-columns:1fr}}
            """;

    private PageStyle() {}
}
