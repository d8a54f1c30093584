package news.masthead.access;

/**
 * A recorded decision made once more: of the same facts, under the same version of the policy.
 *
 * @param outcome as it comes out now
 * @param rule that decided now
 * @param sentence that the reader sees for it; empty where there is the story and no more to say
 * @param same whether that is what was decided then
 */
public record SecondLook(Outcome outcome, String rule, String sentence, boolean same) {}
