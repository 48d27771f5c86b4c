"""Evidence for the demo: a picture drawn here, and a receipt in plain words; nobody real is in either."""

import io

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 480, 320
SKY, STREET, CLOTH, INK = (222, 230, 236), (120, 124, 130), (178, 34, 52), (250, 248, 240)


def picture(words: str, people: int) -> bytes:
    """A banner with words and a row of people without faces, as a PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 250, WIDTH, HEIGHT), fill=STREET)
    shown = min(people, 16)
    for place in range(shown):
        middle = int((place + 0.5) * WIDTH / shown)
        draw.ellipse((middle - 9, 168, middle + 9, 186), fill=(70, 76, 84))
        draw.rectangle((middle - 11, 188, middle + 11, 262), fill=(70 + 9 * (place % 7), 80, 104))
    draw.rectangle((40, 196, WIDTH - 40, 244), fill=CLOTH)
    draw.text((60, 212), words, fill=INK, font_size=18)
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def receipt(affiliate: str, fund: str) -> bytes:
    """A receipt as a bank would put it into a text file."""
    return f"Receipt 0417\nFrom: {affiliate}\nTo: {fund}\nReceived with thanks.\n".encode()
