package roundhouse.branding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Rewrites an SVG from a list of what merely draws. What runs or reaches out of the file is refused with its line, so that its author hears of
 * it; what drawing programs leave of their own (other namespaces, metadata, comments) is dropped.
 */
final class Drawing {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final int DEEPEST = 50;

    private static final Set<String> ELEMENTS = Set.of("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
            "tspan", "title", "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "style");
    private static final Set<String> DROPPED = Set.of("metadata");
    private static final Set<String> ATTRIBUTES = Set.of("id", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx",
            "ry", "fx", "fy", "d", "points", "dx", "dy", "rotate", "transform", "preserveAspectRatio", "version", "role", "aria-label",
            "aria-hidden", "aria-labelledby", "focusable", "gradientUnits", "gradientTransform", "spreadMethod", "offset", "clipPathUnits",
            "maskUnits", "maskContentUnits", "pathLength", "fill", "fill-opacity", "fill-rule", "clip-path", "clip-rule", "mask", "stroke",
            "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
            "stop-color", "stop-opacity", "opacity", "color", "display", "visibility", "font-family", "font-size", "font-weight", "font-style",
            "letter-spacing", "text-anchor", "dominant-baseline", "vector-effect", "paint-order", "shape-rendering", "class", "style");

    /** A backslash may spell any of the others. */
    private static final Set<String> REACHING = Set.of("url", "\\", "@", "script", "expression", "image(", "image-set", "src(");
    private static final Pattern LOCAL_URL = Pattern.compile("url\\(\\s*['\"]?#[\\w-]+['\"]?\\s*\\)");
    private static final Pattern LOCAL_REFERENCE = Pattern.compile("#[\\w-]+");

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private int depth;
    private boolean inStyle;

    private Drawing(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static byte[] only(byte[] file) {
        ByteArrayOutputStream written = new ByteArrayOutputStream(file.length);
        try {
            XMLInputFactory readers = XMLInputFactory.newFactory();
            readers.setProperty(XMLInputFactory.IS_COALESCING, true);
            readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(written, "UTF-8");
            new Drawing(readers.createXMLStreamReader(new ByteArrayInputStream(file)), writer).copy();
            writer.flush();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new BrandRefused("logo", line, "The logo is neither PNG nor well-formed SVG.");
        }
        return written.toByteArray();
    }

    private void copy() throws XMLStreamException {
        out.setDefaultNamespace(NAMESPACE);
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    inStyle = false;
                    out.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth > 0) {
                        text(in.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("an entity");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if (in.getPITarget().toLowerCase(Locale.ROOT).startsWith("xml-stylesheet")) {
                        throw refused("a style sheet from outside");
                    }
                }
                default -> { }
            }
        }
    }

    private void begin() throws XMLStreamException {
        boolean foreign = !NAMESPACE.equals(in.getNamespaceURI());
        if (depth == 0 && (foreign || !in.getLocalName().equals("svg"))) {
            throw new BrandRefused("logo", line(), "An SVG begins with <svg xmlns=\"" + NAMESPACE + "\">.");
        }
        if (DROPPED.contains(in.getLocalName()) || foreign && in.getPrefix() != null && !in.getPrefix().isEmpty() && !isHtml()) {
            skip();
            return;
        }
        if (foreign || !ELEMENTS.contains(in.getLocalName())) {
            throw refused("<" + in.getLocalName() + ">");
        }
        if (++depth > DEEPEST) {
            throw refused("more than " + DEEPEST + " levels");
        }
        inStyle = in.getLocalName().equals("style");
        out.writeStartElement(NAMESPACE, in.getLocalName());
        if (depth == 1) {
            out.writeDefaultNamespace(NAMESPACE);
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attribute(in.getAttributeNamespace(i), in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
    }

    private void attribute(String namespace, String name, String value) throws XMLStreamException {
        if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
            throw refused("the handler " + name);
        }
        boolean plain = namespace == null || namespace.isEmpty();
        if (name.equals("href") && (plain || namespace.equals(XLINK))) {
            if (!LOCAL_REFERENCE.matcher(value).matches()) {
                throw refused("a reference out of the file");
            }
            out.writeAttribute("href", value);
            return;
        }
        if (!plain || !ATTRIBUTES.contains(name)) {
            return;
        }
        stayInside(name, value);
        out.writeAttribute(name, value);
    }

    private void text(String text) throws XMLStreamException {
        if (inStyle) {
            stayInside("style", text);
        }
        out.writeCharacters(text);
    }

    private void stayInside(String name, String value) {
        String rest = LOCAL_URL.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        if (REACHING.stream().anyMatch(rest::contains)) {
            throw refused(name + " that reaches out of the file");
        }
    }

    private boolean isHtml() {
        return "http://www.w3.org/1999/xhtml".equals(in.getNamespaceURI());
    }

    private void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    private BrandRefused refused(String what) {
        return new BrandRefused("logo", line(), "The logo holds " + what + ": a logo only draws. Save it as plain SVG without it.");
    }

    private int line() {
        return Math.max(0, in.getLocation().getLineNumber());
    }
}
