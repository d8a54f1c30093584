package news.masthead.billing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.web.Chrome;
import news.masthead.web.Notice;

/**
 * What a plan costs, before the reader says yes. Amounts and days are already written out.
 *
 * @param notice what has to be said first; null when there is nothing
 * @param plan its name
 * @param term how long a term lasts, such as {@code 3 months}
 * @param today what is paid now; empty, as what follows up to {@code renews}, where a wrong code keeps the price from being told
 * @param tax how much of that is tax; empty where none is due
 * @param trial how long it is free, in words; empty for no trial, as the next
 * @param trialWords what follows the trial and how to cancel it
 * @param nextOn the day of the next payment
 * @param nextAmount what is paid then
 * @param renews how often and for how much it renews, in one sentence
 * @param accept where the yes is posted, with {@code id} and {@code back}
 * @param id of the quote; empty where there is none
 * @param back the path to come back to after payment; empty for none
 * @param plans where another plan is chosen
 * @param code what was typed as a code; empty for nothing
 * @param codeProblem why that is no code for this plan; empty where it is
 * @param saving what the code takes off, in words; empty for none
 * @param apply where a code is sent, with {@code plan} and {@code to}
 * @param planCode the plan's key in the price table
 * @param withoutCode where the plan costs its full price
 * @param states to choose the buyer's from; empty where nobody is asked
 * @param lacksState whether the yes could not be taken for want of one
 */
@CheckedTemplate(basePath = "billing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record QuotePage(
        Chrome chrome,
        Notice notice,
        String plan,
        String term,
        String today,
        String tax,
        String trial,
        String trialWords,
        String nextOn,
        String nextAmount,
        String renews,
        String accept,
        String id,
        String back,
        String plans,
        String code,
        String codeProblem,
        String saving,
        String apply,
        String planCode,
        String withoutCode,
        List<PlaceOfSupply.Choice> states,
        boolean lacksState)
        implements TemplateInstance {}
