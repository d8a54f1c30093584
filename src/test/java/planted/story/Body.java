package planted.story;

/** Planted: another room writes its field. */
public class Body {
    public String html;
}
