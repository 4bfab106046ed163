"""Puts googly eyes on a photo: python3 client.py photo.jpg googly.png"""
import json, os, sys, urllib.error, urllib.request

service = os.environ.get("EYEGOOGLER_URL", "http://127.0.0.1:8000")
with open(sys.argv[1], "rb") as photo:
    request = urllib.request.Request(service + "/eyegoogler?style=cat&seed=7", data=photo.read())
try:
    with urllib.request.urlopen(request) as response, open(sys.argv[2], "wb") as result:
        result.write(response.read())
        print(response.headers["X-Faces"], "face(s)")
except urllib.error.HTTPError as error:
    sys.exit(json.load(error)["detail"])
