package dev.longstack.jmc;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** What keys and the wheel do in a timeline. UI thread. */
final class TimelineKeys {
    private static final double ZOOM_STEP = 0.8;

    private final TimelineCanvas canvas;

    TimelineKeys(TimelineCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.SHIFT) != 0) {
            scroll(-event.count);
        } else {
            canvas.zoom(Math.pow(ZOOM_STEP, event.count / 3.0), event.x - canvas.gutter());
        }
        event.doit = false;
    }

    private void key(Event event) {
        int page = canvas.getVerticalBar().getThumb();
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> canvas.pan(-canvas.width() / 10);
            case SWT.ARROW_RIGHT -> canvas.pan(canvas.width() / 10);
            case SWT.ARROW_UP -> scroll(-1);
            case SWT.ARROW_DOWN -> scroll(1);
            case SWT.PAGE_UP -> scroll(-page);
            case SWT.PAGE_DOWN -> scroll(page);
            case SWT.HOME -> canvas.fit();
            case SWT.KEYPAD_ADD -> zoom(ZOOM_STEP);
            case SWT.KEYPAD_SUBTRACT -> zoom(1 / ZOOM_STEP);
            case SWT.ESC -> canvas.clearRange();
            default -> character(event);
        }
    }

    private void character(Event event) {
        if (event.character == '+') {
            zoom(ZOOM_STEP);
        } else if (event.character == '-') {
            zoom(1 / ZOOM_STEP);
        } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
            canvas.copyPicture();
        }
    }

    private void zoom(double factor) {
        canvas.zoom(factor, canvas.width() / 2);
    }

    private void scroll(int lanes) {
        ScrollBar bar = canvas.getVerticalBar();
        bar.setSelection(bar.getSelection() + lanes);
        canvas.scrolled();
    }
}
