package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * The plans on sale. Every amount is already written out with its currency; none is typed in the template.
 *
 * @param notice what came of the last try, such as a checkout that was cancelled; null when there is nothing to say
 * @param alreadyOn the name of the plan that this reader has; empty when there is none. Then nothing is sold
 * @param managePlan where a subscriber looks after that plan
 * @param plans in the order of the price table
 * @param code what was typed as a code; empty for nothing
 * @param codeProblem why that is no code; empty where it is
 * @param apply where a code is sent, with {@code to}
 * @param back the path to come back to after payment; empty for none
 * @param benefits what every plan includes, each one of them really there
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PlansPage(
        Chrome chrome,
        Notice notice,
        String alreadyOn,
        String managePlan,
        List<Offer> plans,
        String code,
        String codeProblem,
        String apply,
        String back,
        List<Benefit> benefits)
        implements TemplateInstance {

    /**
     * @param id the plan's key in the price table
     * @param period how long one term lasts, such as "for 3 months"
     * @param perMonth the derived amount a month
     * @param renews when and for how much it renews, in one sentence
     * @param saving how much less it costs than the shortest plan; empty for none
     * @param trial how long it is free and what comes then, in one sentence; empty for no trial
     * @param offer what the code that was typed takes off, in words; empty for nothing
     * @param best whether this is the plan that the publication puts forward
     * @param choose where it goes on: to what it costs, over log-in for a reader who is not logged in
     */
    record Offer(
            String id,
            String name,
            String total,
            String period,
            String perMonth,
            String renews,
            String saving,
            String trial,
            String offer,
            boolean best,
            String choose) {}

    /** What a subscriber gets: the thing, and one sentence about it. */
    record Benefit(String name, String words) {}
}
