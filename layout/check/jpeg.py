"""A JPEG's bytes go in; whether a decoder can read them without having to guess comes out.

Decoders go on past damage: they fill up with grey or show noise, and most libraries are silent about it. QPDF is not.
"""

import pikepdf


def is_sound(data: bytes) -> bool:
    """False where the stream is cut short, has bytes too many, or codes that its tables do not know."""
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(pdf, data)
        stream.Filter = pikepdf.Name.DCTDecode
        try:
            # A buffer of the library's own: read_bytes() would copy it.
            stream.get_stream_buffer(pikepdf.StreamDecodeLevel.all)
        except (pikepdf.PdfError, RuntimeError):
            return False
    return True
