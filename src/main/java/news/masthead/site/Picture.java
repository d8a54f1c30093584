package news.masthead.site;

/**
 * A picture as a page shows it. Width and height are those of {@code src}, so that the page keeps its place before it loads.
 *
 * @param src the address of the size that every browser can take
 * @param srcset the other sizes in the form of the HTML attribute; empty when there is one size only
 * @param alt what the picture shows, for those who do not see it; empty for decoration
 * @param caption the line under it; may be empty
 * @param credit the photographer or agency to be named; may be empty
 */
record Picture(String src, String srcset, int width, int height, String alt, String caption, String credit) {}
