package news.masthead.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * How far an order to read files again has come; part of its page, and asked for by that page alone.
 *
 * @param ask the address of this same part; empty when it is done
 * @param words how many of how many files
 * @param perCent 0 to 100
 * @param then what follows from it
 * @param changes what it changed so far
 */
@CheckedTemplate(basePath = "desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReplayProgress(String ask, String words, int perCent, String then, List<String> changes)
        implements TemplateInstance {}
