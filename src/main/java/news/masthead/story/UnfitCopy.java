package news.masthead.story;

import java.util.List;

/** Copy that may not go into the paper as it is. */
public class UnfitCopy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * @param problems a sentence for the editor each
     */
    public UnfitCopy(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** A sentence for the editor each. */
    public List<String> problems() {
        return problems;
    }
}
